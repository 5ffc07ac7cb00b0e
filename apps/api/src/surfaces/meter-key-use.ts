import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Deps } from "../deps.ts";

/** Hands each finished call of a known key to the meter, refused ones too; a tRPC batch counts its calls. */
export function meterKeyUse(app: FastifyInstance, { meter, now }: Deps): void {
  app.addHook("onResponse", async (request, reply) => {
    const { key } = request.exchange;
    if (!key) return;
    const { exchange } = request;
    for (const { endpoint, status } of finishedCalls(request, reply))
      meter.record({
        workspace_id: key.workspace_id,
        api_key_id: key.id,
        acts_as: key.acts_as,
        request_id: exchange.request_id,
        method: exchange.method,
        endpoint,
        status,
        ip: exchange.ip,
        user_agent: exchange.user_agent,
        at: now(),
      });
  });
}

function finishedCalls(request: FastifyRequest, reply: FastifyReply): { endpoint: string; status: number }[] {
  if (request.batch)
    return request.batch.calls.map(({ call, status }) => ({ endpoint: call.endpoint, status }));
  return [{ endpoint: request.call?.endpoint ?? request.method, status: reply.statusCode }];
}
