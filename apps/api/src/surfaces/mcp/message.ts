import type { Problem, ProblemCode } from "@stowage/contract/problems";
import type { Deps } from "../../deps.ts";
import type { Call } from "../../gate/call.ts";
import type { Caller } from "../../gate/caller.ts";
import { problemOf } from "../../problem-of.ts";
import { problemBody } from "../../problems.ts";
import type { ProcedureEntry } from "../../trpc/procedure-list.ts";
import { withEnvironmentHint } from "../environment-hint.ts";

/** The one message of a request: counted when it came, and logged as what it turned out to call. */
export interface Message {
  call: Call;
  entry: ProcedureEntry | undefined;
  /** As REST would have answered the call; 0 while the answer to the request says it all. */
  status: number;
  problem: ProblemCode | null;
}

declare module "fastify" {
  interface FastifyRequest {
    message: Message | null;
  }
}

/** What a message is answered from. */
export interface Visit {
  deps: Deps;
  caller: Caller;
  message: Message;
}

type Outcome = { data: unknown; problem: null } | { data: null; problem: Problem };

/** Calls a procedure as this message's own call, through the same gate as every surface. Nothing is thrown. */
export async function invoke(
  { deps, message }: Visit,
  entry: ProcedureEntry,
  input: unknown,
): Promise<Outcome> {
  const { call } = message;
  message.entry = entry;
  call.writes = entry.type === "mutation";
  try {
    const data = await entry.invoke({ deps, call }, () => input);
    message.status = entry.rest?.status ?? 200;
    return { data, problem: null };
  } catch (thrown) {
    const error = await withEnvironmentHint(deps, call, problemOf(thrown));
    const { request_id } = call.exchange;
    if (error.status >= 500) deps.log.error({ err: error.cause ?? error, request_id });
    message.status = error.status;
    message.problem = error.problem;
    return { data: null, problem: problemBody(error, { request_id, public_url: deps.publicUrl() }) };
  }
}
