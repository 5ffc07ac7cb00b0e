import { isUtf8 } from "node:buffer";
import type { AnyTRPCRouter } from "@trpc/server";
import type { FastifyInstance, HTTPMethods } from "fastify";
import type { Deps } from "../../deps.ts";
import { admit } from "../../gate/admit.ts";
import type { Call } from "../../gate/call.ts";
import { problemOf } from "../../problem-of.ts";
import { invalidField, ProblemError } from "../../problems.ts";
import { type ProcedureEntry, procedureList } from "../../trpc/procedure-list.ts";
import { withEnvironmentHint } from "../environment-hint.ts";
import { answer, answerUnmodified, askedByHeaders } from "./answer.ts";
import { inputReader } from "./input.ts";

declare module "fastify" {
  interface FastifyRequest {
    call: Call | null;
  }
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const satisfies HTTPMethods[];

/** Registers one native route a procedure, below the prefix that `app` was registered with. */
export function registerRest(app: FastifyInstance, router: AnyTRPCRouter, deps: Deps): void {
  const methodsOf = new Map<string, Set<string>>();
  for (const entry of procedureList(router)) {
    if (!entry.rest) continue;
    const url = entry.rest.path.replace(/\{(\w+)\}/g, ":$1");
    const { rest } = entry;
    if (!entry.upload) registerProcedure(app, url, entry, rest, deps);
    else
      app.register(async (uploads) => {
        uploads.addContentTypeParser(
          Object.keys(entry.upload ?? {}),
          { parseAs: "buffer" },
          (_request, body, done) =>
            isUtf8(Buffer.from(body)) ? done(null, body.toString()) : done(notUtf8()),
        );
        registerProcedure(uploads, url, entry, rest, deps);
      });
    methodsOf.set(url, (methodsOf.get(url) ?? new Set()).add(entry.rest.method));
  }
  for (const [url, methods] of methodsOf) refuseOtherMethods(app, url, methods);
}

function registerProcedure(
  app: FastifyInstance,
  url: string,
  entry: ProcedureEntry,
  { method, path }: NonNullable<ProcedureEntry["rest"]>,
  deps: Deps,
): void {
  const reader = inputReader(entry, method, path);
  const endpoint = `${method} ${path}`;
  const writes = entry.type === "mutation";
  app.route({
    method,
    url,
    config: { access: entry.access, media_types: ["application/json", ...Object.keys(entry.upload ?? {})] },
    ...(entry.body_bytes !== null && { bodyLimit: entry.body_bytes }),
    // The gate runs before a body is read: strangers post nothing.
    onRequest(request, _reply, done) {
      const call: Call = {
        exchange: request.exchange,
        endpoint,
        writes,
        admitted: null,
        ...askedByHeaders(request),
      };
      request.call = call;
      if (entry.access.kind === "open") return done();
      let admitted: unknown;
      try {
        admitted = admit(deps, call, entry.access);
      } catch (refusal) {
        return done(refusal as Error); // the gate throws problems
      }
      if (admitted instanceof Promise) admitted.then(() => done(), done);
      else done();
    },
    handler: async (request, reply) => {
      try {
        if (!request.call) throw new Error("the gate made it a call");
        const data = await entry.invoke({ deps, call: request.call }, () => reader.read(request));
        return answer(request, reply, data, entry);
      } catch (thrown) {
        const conditional = request.call?.conditional;
        if (conditional?.is_unmodified) return answerUnmodified(reply, conditional);
        throw await withEnvironmentHint(deps, request.call, problemOf(thrown, reader.locate));
      }
    },
  });
}

/** What a spreadsheet saves in another encoding would be taken in with wrong letters. */
const notUtf8 = () =>
  invalidField("/content", "not_utf8", "The file is not UTF-8. Save it again, as CSV UTF-8.");

function refuseOtherMethods(app: FastifyInstance, url: string, methods: Set<string>): void {
  const allow = [...methods, ...(methods.has("GET") ? ["HEAD"] : [])].join(", ");
  app.route({
    method: METHODS.filter((method) => !methods.has(method)),
    url,
    exposeHeadRoute: false,
    onRequest: async (request) => {
      throw new ProblemError("method_not_allowed", `${request.method} does not work here; ${allow} does.`, {
        headers: { allow },
      });
    },
    handler: () => undefined,
  });
}
