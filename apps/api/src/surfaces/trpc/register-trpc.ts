import type { ProblemCode } from "@stowage/contract/problems";
import { type AnyTRPCRouter, getTRPCErrorShape } from "@trpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Deps } from "../../deps.ts";
import { admit } from "../../gate/admit.ts";
import type { Call } from "../../gate/call.ts";
import { problemOf } from "../../problem-of.ts";
import { ProblemError } from "../../problems.ts";
import { type ProcedureEntry, procedureList } from "../../trpc/procedure-list.ts";
import { withEnvironmentHint } from "../environment-hint.ts";
import { type Batch, batchOf, rawInputsOf } from "./calls-of.ts";

/** One call of a batch: admitted, or refused before the body was read. */
interface PendingCall {
  path: string;
  entry: ProcedureEntry | undefined;
  call: Call;
  refusal: ProblemError | null;
  /** HTTP status of its answer, once there is one, and what was wrong. */
  status: number;
  problem: ProblemCode | null;
}

interface PendingBatch extends Batch {
  calls: PendingCall[];
}

declare module "fastify" {
  interface FastifyRequest {
    batch: PendingBatch | null;
  }
}

/**
 * Serves tRPC's HTTP protocol (`httpLink`, `httpBatchLink`). Ours instead of tRPC's adapter for three reasons: the gate
 * runs before a body is read, each call of a batch is counted, and it costs less than half (docs/decisions/0004).
 */
export function registerTrpc(app: FastifyInstance, router: AnyTRPCRouter, deps: Deps): void {
  const entries = new Map(procedureList(router).map((entry) => [entry.path, entry]));
  app.route({
    method: ["GET", "POST"],
    url: "/:procedures",
    exposeHeadRoute: false,
    onRequest: async (request, reply) => {
      request.batch = await admitBatch(request, entries, deps);
      // Nothing of a body would be used, so none is read.
      if (request.batch.calls.every(({ refusal }) => refusal))
        return answerBatch(request, reply, router, deps);
    },
    handler: (request, reply) => answerBatch(request, reply, router, deps),
  });
}

async function admitBatch(request: FastifyRequest, entries: Map<string, ProcedureEntry>, deps: Deps) {
  const { procedures } = request.params as { procedures: string }; // the route's one parameter
  const batch = batchOf(procedures, request.query as Record<string, unknown>); // Fastify's parsed query string
  const calls: PendingCall[] = [];
  for (const [index, path] of batch.paths.entries()) {
    const pending = await admitCall(request, path, entries.get(path), deps);
    Object.assign(pending.call, named(request, path, batch.isBatch ? index : null));
    calls.push(pending);
  }
  return { ...batch, calls };
}

/** By an `Idempotency-Key`: a batch has one for all of its calls, told apart by their order. */
function named({ method, headers }: FastifyRequest, path: string, index: number | null): Partial<Call> {
  const key = headers["idempotency-key"];
  if (method !== "POST" || key === undefined) return {};
  return { idempotency: { key: String(key), route: `trpc ${path}${index === null ? "" : ` ${index}`}` } };
}

async function admitCall(
  request: FastifyRequest,
  path: string,
  entry: ProcedureEntry | undefined,
  deps: Deps,
): Promise<PendingCall> {
  const call: Call = {
    exchange: request.exchange,
    endpoint: `trpc ${entry ? path : "(unknown)"}`,
    writes: entry?.type === "mutation",
    admitted: null,
  };
  const pending: PendingCall = { path, entry, call, refusal: null, status: 0, problem: null };
  try {
    if (!entry) throw new ProblemError("unknown_route", `There is no procedure ${path}.`);
    if (entry.file)
      throw new ProblemError("unknown_route", `${path} answers with a file: ask for it by REST.`);
    refuseWrongMethod(request.method, entry);
    if (entry.access.kind !== "open") await admit(deps, call, entry.access);
  } catch (thrown) {
    pending.refusal = problemOf(thrown);
  }
  return pending;
}

function refuseWrongMethod(method: string, entry: ProcedureEntry): void {
  const expected = entry.type === "query" ? "GET" : "POST";
  if (method !== expected)
    throw new ProblemError(
      "method_not_allowed",
      `${entry.path} is a ${entry.type}: call it by ${expected}.`,
      {
        headers: { allow: expected },
      },
    );
}

async function answerBatch(request: FastifyRequest, reply: FastifyReply, router: AnyTRPCRouter, deps: Deps) {
  const { batch } = request;
  if (!batch) throw new Error("the batch was admitted before this handler");
  const { input } = request.query as { input?: unknown }; // Fastify's parsed query string
  const inputs = rawInputsOf(batch, { input, body: request.body, isPost: request.method === "POST" });
  const answers = await Promise.all(
    batch.calls.map(async (pending, index) => {
      const answer = await run(pending, inputs[index], router, deps);
      pending.status = answer.status;
      pending.problem = answer.problem;
      return answer;
    }),
  );
  const statuses = new Set(answers.map((one) => one.status));
  if (batch.calls.some(({ entry }) => entry?.secret)) reply.header("cache-control", "no-store");
  const [first] = answers;
  return reply
    .code(statuses.size === 1 && first ? first.status : 207)
    .header("content-type", "application/json; charset=utf-8")
    .send(JSON.stringify(batch.isBatch ? answers.map((one) => one.body) : first?.body));
}

async function run(pending: PendingCall, input: unknown, router: AnyTRPCRouter, deps: Deps) {
  const { entry, call, refusal, path } = pending;
  const ctx = { deps, call };
  try {
    if (refusal || !entry) throw refusal;
    const data = await entry.invoke(ctx, () => input);
    return { status: 200, problem: null, body: { result: { data } } };
  } catch (thrown) {
    const problem = await withEnvironmentHint(deps, call, problemOf(thrown));
    if (problem.status >= 500)
      deps.log.error({ err: problem.cause ?? problem, request_id: call.exchange.request_id });
    for (const [name, value] of Object.entries(problem.headers)) call.exchange.setHeader(name, value);
    const type = entry?.type ?? "unknown";
    const shape = getTRPCErrorShape({
      config: router._def._config,
      error: problem,
      type,
      path,
      input: undefined,
      ctx,
    });
    return { status: problem.status, problem: problem.problem, body: { error: shape } };
  }
}
