import type { AnyTRPCRouter } from "@trpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from "fastify";
import type { Deps } from "../../deps.ts";
import { admit } from "../../gate/admit.ts";
import type { Call } from "../../gate/call.ts";
import { problemOf } from "../../problem-of.ts";
import { ProblemError } from "../../problems.ts";
import { type ProcedureEntry, procedureList } from "../../trpc/procedure-list.ts";
import { withEnvironmentHint } from "../environment-hint.ts";
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
    registerProcedure(app, url, entry, entry.rest, deps);
    methodsOf.set(url, (methodsOf.get(url) ?? new Set()).add(entry.rest.method));
  }
  for (const [url, methods] of methodsOf) refuseOtherMethods(app, url, methods);
}

function registerProcedure(
  app: FastifyInstance,
  url: string,
  entry: ProcedureEntry,
  { method, path, status }: NonNullable<ProcedureEntry["rest"]>,
  deps: Deps,
): void {
  const reader = inputReader(entry, method, path);
  const endpoint = `${method} ${path}`;
  const writes = entry.type === "mutation";
  app.route({
    method,
    url,
    config: { access: entry.access },
    // The gate runs before a body is read: strangers post nothing.
    onRequest: async (request) => {
      const call: Call = { exchange: request.exchange, endpoint, writes, admitted: null };
      request.call = call;
      if (entry.access.kind !== "open") await admit(deps, call, entry.access);
    },
    handler: async (request, reply) => {
      try {
        const data = await entry.invoke({
          ctx: { deps, call: request.call },
          path: entry.path,
          type: entry.type,
          input: undefined,
          getRawInput: async () => reader.read(request),
          batchIndex: 0,
          signal: undefined,
        });
        return answer(reply, data, status, entry.secret, request);
      } catch (thrown) {
        throw await withEnvironmentHint(deps, request.call, problemOf(thrown, reader.locate));
      }
    },
  });
}

function answer(
  reply: FastifyReply,
  data: unknown,
  status: number,
  secret: boolean,
  request: FastifyRequest,
) {
  if (secret) reply.header("cache-control", "no-store");
  if (isObject(data)) {
    if (typeof data.version === "number") reply.header("etag", `"v${data.version}"`);
    if (status === 201 && typeof data.id === "string" && !reply.hasHeader("location"))
      reply.header("location", `${request.routeOptions.url ?? ""}/${data.id}`);
  }
  return reply
    .code(status)
    .header("content-type", "application/json; charset=utf-8")
    .send(JSON.stringify(data));
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === "object" && data !== null;
}

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
