import { cleanLine } from "@stowage/contract/text";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Exchange } from "../gate/call.ts";

declare module "fastify" {
  interface FastifyRequest {
    exchange: Exchange;
  }
}

/**
 * Longer than any address with the name of a network card. Where a proxy is trusted, a caller may have written what it
 * names, and text without end would fit into no index.
 */
const ADDRESS_LENGTH_MAX = 64;
const USER_AGENT_LENGTH_MAX = 500;
/** What cleaning would leave as it is, as nearly every address and program's name. */
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** What the gate sees of a Fastify request. */
export function exchangeOf(request: FastifyRequest, reply: FastifyReply, arrived_at: number): Exchange {
  return {
    request_id: request.id,
    method: request.method,
    url: request.originalUrl,
    headers: request.headers,
    ip: written(request.ip, ADDRESS_LENGTH_MAX),
    user_agent: written(request.headers["user-agent"] ?? "", USER_AGENT_LENGTH_MAX) || null,
    arrived_at,
    setHeader: (name, value) => void reply.header(name, value),
    key: null,
    caller: null,
  };
}

/** What a caller wrote and others will read in logs: nothing in it steers their terminal or turns its line around. */
function written(text: string, lengthMax: number): string {
  const cut = text.length > lengthMax ? text.slice(0, lengthMax) : text;
  return PLAIN.test(cut) ? cut : cleanLine(cut);
}
