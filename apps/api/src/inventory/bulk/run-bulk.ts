import type { BulkAnswer, BulkResult } from "@stowage/contract/bulk";
import type { FieldError } from "@stowage/contract/problems";
import { problemOf } from "../../problem-of.ts";
import { ProblemError, problemBody } from "../../problems.ts";
import { withEnvironmentHint } from "../../surfaces/environment-hint.ts";
import { type Writer, type Writing, writing } from "../writing.ts";
import { type Needs, readAhead } from "./read-ahead.ts";

/** How an operation ended that succeeded: what the single call would have answered. */
interface Done {
  status: 200 | 201;
  data: Record<string, unknown>;
}

/** One operation, ready to run. */
export interface BulkStep {
  needs: Needs;
  run: (writing: Writing<Writer>) => Promise<Done>;
}

/**
 * Runs operations in their order, in one transaction. Those that fail leave nothing behind; in an atomic bulk the first
 * of them makes the whole fail.
 * @param stepOf  reads one operation; what it throws is how that one ends
 * @throws the problem of the first operation that failed, with `failed_index`, if the bulk is atomic
 */
export async function runBulk<Operation>(
  by: Writer,
  { atomic, operations }: { atomic: boolean; operations: readonly Operation[] },
  stepOf: (operation: Operation) => Promise<BulkStep>,
): Promise<BulkAnswer> {
  const steps = await Promise.all(operations.map((operation) => stepOf(operation).catch(refused)));
  return writing(by, async (begun) => {
    await readAhead(
      begun,
      steps.map(({ needs }) => needs),
    );
    const data: BulkResult[] = [];
    for (const [index, step] of steps.entries()) data.push(await resultOf(begun, step, { index, atomic }));
    const failed = data.filter(({ error }) => error !== undefined).length;
    return { data, succeeded: data.length - failed, failed };
  });
}

/** An operation that cannot be read fails in its turn, so that the first one to fail is the first in the list. */
function refused(thrown: unknown): BulkStep {
  return { needs: {}, run: () => Promise.reject(thrown) };
}

async function resultOf(
  begun: Writing<Writer>,
  step: BulkStep,
  { index, atomic }: { index: number; atomic: boolean },
): Promise<BulkResult> {
  try {
    const first = begun.nextSeq;
    const done = await begun.attempt(() => step.run(begun));
    return { index, ...done, event_seqs: seqsBetween(first, begun.nextSeq) };
  } catch (thrown) {
    const { deps, call } = begun.by;
    const problem = located(await withEnvironmentHint(deps, call, problemOf(thrown), begun.tx), index);
    if (problem.status >= 500) throw thrown;
    if (atomic) throw wholeFailed(problem, index);
    const frame = { request_id: call.exchange.request_id, public_url: deps.publicUrl() };
    return { index, status: problem.status, error: problemBody(problem, frame) };
  }
}

const seqsBetween = (first: number, end: number): number[] =>
  Array.from({ length: end - first }, (_, index) => first + index);

/** The problem as the bulk's caller sees it: fields are where they stand in the bulk. */
function located({ problem, message, extras, cause }: ProblemError, index: number): ProblemError {
  const errors = extras.errors?.map(
    (error): FieldError => ({
      ...error,
      location: "body",
      pointer: `/operations/${index}/data${error.pointer}`,
    }),
  );
  return new ProblemError(problem, message, { ...extras, ...(errors && { errors }), cause });
}

function wholeFailed({ problem, message, extras }: ProblemError, failed_index: number): ProblemError {
  const here: FieldError = {
    location: "body",
    pointer: `/operations/${failed_index}`,
    code: problem,
    message,
  };
  return new ProblemError(problem, `Operation ${failed_index} failed, so none was done. ${message}`, {
    ...extras,
    failed_index,
    errors: extras.errors ?? [here],
  });
}
