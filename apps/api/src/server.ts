import cors from "@fastify/cors";
import { BODY_BYTES_MAX } from "@stowage/contract/limits";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Deps } from "./deps.ts";
import { problemOf } from "./problem-of.ts";
import { canonicalPath } from "./surfaces/canonical-path.ts";
import { serveOpenApi } from "./surfaces/docs/serve-openapi.ts";
import { serveReference } from "./surfaces/docs/serve-reference.ts";
import { exchangeOf } from "./surfaces/exchange.ts";
import { EXPOSED_HEADERS } from "./surfaces/exposed-headers.ts";
import { registerHealth } from "./surfaces/health.ts";
import { parseJsonBodies } from "./surfaces/json-bodies.ts";
import { RequestLog } from "./surfaces/log-requests.ts";
import { registerMcp } from "./surfaces/mcp/register-mcp.ts";
import { meterKeyUse } from "./surfaces/meter-key-use.ts";
import { refuseBrokenHttp } from "./surfaces/refuse-broken-http.ts";
import { requestIdOf } from "./surfaces/request-id.ts";
import { registerRest } from "./surfaces/rest/register-rest.ts";
import { sendProblem } from "./surfaces/send-problem.ts";
import { registerSpa } from "./surfaces/spa.ts";
import { registerTrpc } from "./surfaces/trpc/register-trpc.ts";
import { appRouter } from "./trpc/router.ts";

/** Longest a client may take to send its request: a slow phone uploads 1 MiB in less. */
const REQUEST_TIMEOUT_MS = 60_000;

/** The client went away in the midst of its body: nobody's fault, and nobody reads the answer. */
const hasHungUp = ({ raw }: FastifyRequest): boolean => raw.destroyed && !raw.complete;
const HUNG_UP = "the client hung up before it had sent its request";

/** Says so too of who was gone before the request was looked at: a dead connection has no address. */
const wasNeverThere = ({ ip }: FastifyRequest): boolean => (ip as string | undefined) === undefined; // Fastify's type does not know it

/** Assembles the server from its parts. It does not listen; the caller does. */
export async function createServer(deps: Deps): Promise<FastifyInstance> {
  const answerProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const { config, bodyLimit } = request.routeOptions;
    const problem = problemOf(error, undefined, { media_types: config.media_types, body_bytes: bodyLimit });
    if (hasHungUp(request)) request.log.info({ reqId: request.id }, HUNG_UP);
    else if (problem.status >= 500)
      request.log.error({ reqId: request.id, err: problem.cause ?? problem }, problem.message);
    return sendProblem(reply, problem, { request_id: request.id, public_url: deps.publicUrl() });
  };
  const app = Fastify({
    loggerInstance: deps.log,
    logController: new RequestLog(),
    childLoggerFactory: (log) => log,
    genReqId: requestIdOf,
    requestIdHeader: false,
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // What comes while we stop is answered, with `Connection: close`; the framework's own 503 has another body.
    return503OnClosing: false,
    trustProxy: trusted(deps.config.trust_proxy),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 5_000 },
    rewriteUrl: (request) => canonicalPath(request.url ?? "/"),
    frameworkErrors: answerProblem,
    clientErrorHandler: refuseBrokenHttp(deps.publicUrl),
  });
  app.setErrorHandler(answerProblem);
  parseJsonBodies(app);
  app.decorateRequest("exchange");
  app.decorateRequest("call", null);
  app.decorateRequest("batch", null);
  app.decorateRequest("message", null);
  app.addHook("onRequest", (request, reply, done) => {
    if (wasNeverThere(request)) {
      request.log.info({ reqId: request.id }, HUNG_UP);
      reply.hijack();
      return;
    }
    reply.header("x-request-id", request.id).header("x-content-type-options", "nosniff");
    request.exchange = exchangeOf(request, reply, deps.now());
    done();
  });
  await app.register(cors, {
    origin: "*",
    methods: ["GET", "HEAD", "POST", "PATCH", "DELETE"],
    exposedHeaders: EXPOSED_HEADERS.join(", "), // a list would be joined for each answer
    strictPreflight: false,
    maxAge: 86_400,
  });
  meterKeyUse(app, deps);
  registerHealth(app, deps);
  await app.register(async (api) => registerRest(api, appRouter, deps), { prefix: "/api/v1" });
  await app.register(async (rpc) => registerTrpc(rpc, appRouter, deps), { prefix: "/trpc" });
  await app.register(async (mcp) => registerMcp(mcp, appRouter, deps), { prefix: "/mcp" });
  serveOpenApi(app, deps);
  await serveReference(app, deps);
  await app.register(async (pages) => registerSpa(pages, deps));
  return app;
}

/** Fastify counts hops in a function of its own. */
function trusted(setting: boolean | number | string) {
  return typeof setting === "number" ? (_address: string, hop: number) => hop < setting : setting;
}
