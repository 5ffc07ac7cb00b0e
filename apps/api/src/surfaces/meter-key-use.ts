import type { KeyRecord } from "@stowage/auth/key-store";
import type { ProblemCode } from "@stowage/contract/problems";
import type { Scope } from "@stowage/contract/scopes";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Deps } from "../deps.ts";
import type { Access } from "../gate/access.ts";
import type { Call } from "../gate/call.ts";
import type { KeyUse } from "../workers/alike-uses.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Why the request was not answered as it wished. */
    problem: ProblemCode | null;
  }
  interface FastifyContextConfig {
    /** Who may call the procedure behind a route. */
    access?: Access;
    /** What it takes as a body. */
    media_types?: readonly string[];
  }
}

/**
 * Hands each finished call of a known key to the meter, refused ones too; a tRPC batch counts its calls, and an assistant's message is what it calls. It does so when
 * the answer is ready, whether or not the caller is still there to read it: who hangs up early is logged all the same.
 */
export function meterKeyUse(app: FastifyInstance, { meter, now }: Deps): void {
  app.decorateRequest("problem", null);
  app.addHook("onSend", (request, reply, payload, done) => {
    recordUses(request, reply);
    done(null, payload);
  });

  function recordUses(request: FastifyRequest, reply: FastifyReply): void {
    if (!request.exchange.key) return;
    const calls = request.batch?.calls ?? (request.message && [request.message]);
    if (calls) {
      for (const { entry, call, status, problem } of calls)
        record(request, request.exchange.key, {
          endpoint: call.endpoint,
          // None has an answer of its own when the request as a whole cannot be read.
          status: status || reply.statusCode,
          code: problem ?? request.problem,
          scopes: scopesOf(entry?.access, call),
        });
      return;
    }
    record(request, request.exchange.key, {
      endpoint: request.call?.endpoint ?? request.method,
      status: reply.statusCode,
      code: request.problem,
      scopes: scopesOf(request.routeOptions.config.access, request.call),
    });
  }

  function record({ exchange }: FastifyRequest, key: KeyRecord, call: FinishedCall): void {
    meter.record({
      workspace_id: key.workspace_id,
      api_key_id: key.id,
      secret_id: key.secret_id,
      acts_as: key.acts_as,
      request_id: exchange.request_id,
      method: exchange.method,
      endpoint: call.endpoint,
      status: call.status,
      code: call.code,
      scopes: call.scopes,
      ip: exchange.ip,
      user_agent: exchange.user_agent,
      at: now(),
    });
  }
}

type FinishedCall = Pick<KeyUse, "endpoint" | "status" | "code" | "scopes">;

function scopesOf(access: Access | undefined, call: Call | null): readonly Scope[] {
  const declared = access?.kind === "scope" ? access.scopes : [];
  return call?.also_used ? [...new Set([...declared, ...call.also_used])] : declared;
}
