import {
  createMcpHandler,
  isLegacyRequest,
  type Server,
  WebStandardStreamableHTTPServerTransport,
} from "@modelcontextprotocol/server";
import type { AnyTRPCRouter } from "@trpc/server";
import type { FastifyRequest } from "fastify";
import type { Deps } from "../../deps.ts";
import { ProblemError } from "../../problems.ts";
import { mcpServer } from "./mcp-server.ts";
import type { Visit } from "./message.ts";
import { type Tool, toolsOf } from "./tools.ts";

/** The answer on the wire; an empty body for a message that asks for none. */
interface Answer {
  status: number;
  body: Buffer;
}

/** Methods by which the log names what asks for no procedure. */
const METHODS = new Set([
  "initialize",
  "notifications/cancelled",
  "notifications/initialized",
  "ping",
  "resources/list",
  "resources/read",
  "resources/templates/list",
  "server/discover",
  "tools/call",
  "tools/list",
]);

/** How the SDK is asked: in the form of the web, with the headers that are the protocol's. */
export type Answering = (visit: Visit, request: FastifyRequest) => Promise<Answer>;

/**
 * Answers messages of the revision without sessions (2026-07-28), and those of the revisions before it, which begin with
 * `initialize`.
 */
export function answering(router: AnyTRPCRouter, deps: Deps): Answering {
  const visits = new WeakMap<Request, Visit>();
  let tools: ReadonlyMap<string, Tool> | null = null; // made for the first who asks, and kept
  const current = createMcpHandler(
    ({ requestInfo }) => {
      const visit = requestInfo && visits.get(requestInfo);
      if (!visit || !tools) throw new Error("only requests that came by here are answered");
      return mcpServer(visit, tools);
    },
    // Nothing here tells of changes to its lists, so nobody is kept waiting for them.
    { legacy: "reject", maxSubscriptions: 0, onerror: (err) => deps.log.debug({ err }) },
  );

  return async (visit, { body, headers }) => {
    const message = singleMessage(body);
    visit.message.call.endpoint = METHODS.has(message.method) ? `mcp ${message.method}` : "mcp (unknown)";
    const request = webRequest(`${deps.publicUrl()}/mcp`, headers);
    visits.set(request, visit);
    tools ??= toolsOf(router);
    const response = (await isLegacyRequest(request, body))
      ? await answerEarlier(mcpServer(visit, tools), { request, body })
      : await current.fetch(request, { parsedBody: body });
    return { status: response.status, body: Buffer.from(await response.arrayBuffer()) };
  };
}

async function answerEarlier(
  server: Server,
  { request, body }: { request: Request; body: unknown },
): Promise<Response> {
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    return await transport.handleRequest(request, { parsedBody: body });
  } finally {
    await server.close();
  }
}

/** @throws malformed_json, validation_failed */
function singleMessage(body: unknown): { method: string } {
  if (body === undefined) throw new ProblemError("malformed_json", "There is no message. Send one, as JSON.");
  if (Array.isArray(body))
    throw new ProblemError(
      "validation_failed",
      "Batches are not taken. Send each message in a request of its own.",
    );
  const { method } = Object(body) as { method?: unknown }; // whatever JSON holds
  return { method: typeof method === "string" ? method : "" };
}

function webRequest(url: string, headers: FastifyRequest["headers"]): Request {
  const request = new Request(url, { method: "POST" });
  for (const [name, value] of Object.entries(headers))
    if (name.startsWith("mcp-") && value !== undefined) request.headers.set(name, String(value));
  request.headers.set("content-type", "application/json");
  // All answers are JSON, whether or not the caller would take a stream too.
  request.headers.set("accept", "application/json, text/event-stream");
  return request;
}
