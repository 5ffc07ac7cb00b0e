import type { FastifyReply, FastifyRequest } from "fastify";
import type { Exchange } from "../gate/call.ts";

declare module "fastify" {
  interface FastifyRequest {
    exchange: Exchange;
  }
}

/** What the gate sees of a Fastify request. */
export function exchangeOf(request: FastifyRequest, reply: FastifyReply, arrived_at: number): Exchange {
  return {
    request_id: request.id,
    method: request.method,
    url: request.originalUrl,
    headers: request.headers,
    ip: request.ip,
    user_agent: request.headers["user-agent"]?.slice(0, 500) ?? null,
    arrived_at,
    setHeader: (name, value) => void reply.header(name, value),
    key: null,
    caller: null,
  };
}
