import type { AnyTRPCRouter } from "@trpc/server";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Deps } from "../../deps.ts";
import { enter } from "../../gate/admit.ts";
import type { Call } from "../../gate/call.ts";
import { ProblemError } from "../../problems.ts";
import { answering } from "./answering.ts";
import type { Visit } from "./message.ts";

/**
 * Serves the Model Context Protocol over streamable HTTP, without sessions and without streams: each POST is one message
 * and gets one JSON answer.
 *
 * Only keys count. A request acts by a key that it names itself, never by what a browser adds on its own, so a page that
 * reaches this server by a rebound name gains nothing, and any `Origin` may ask.
 */
export function registerMcp(app: FastifyInstance, router: AnyTRPCRouter, deps: Deps): void {
  const answer = answering(router, deps);
  app.post("/", {
    onRequest: async (request) => {
      const call: Call = { exchange: request.exchange, endpoint: "mcp", writes: false, admitted: null };
      request.message = { call, entry: undefined, status: 0, problem: null };
      withoutCookie(request);
      call.entered = await enter(deps, call);
    },
    handler: async (request, reply) => {
      const { status, body } = await answer(visitOf(request, deps), request);
      reply.code(status);
      return body.length === 0
        ? reply.send()
        : reply.header("content-type", "application/json; charset=utf-8").send(body);
    },
  });
  app.route({
    method: ["GET", "PUT", "PATCH", "DELETE"],
    url: "/",
    exposeHeadRoute: false,
    onRequest: async ({ method }) => {
      throw new ProblemError(
        "method_not_allowed",
        `${method} does not work here: there are no sessions. POST does.`,
        {
          headers: { allow: "POST" },
        },
      );
    },
    handler: () => undefined,
  });
}

function withoutCookie({ exchange }: FastifyRequest): void {
  const { cookie: _, ...headers } = exchange.headers;
  exchange.headers = headers;
}

function visitOf({ message }: FastifyRequest, deps: Deps): Visit {
  const caller = message?.call.entered;
  if (!message || !caller || caller.organization === null) throw new Error("only a key has come so far");
  return { deps, caller, message };
}
