import { limitReached, ProblemError } from "../../problems.ts";

/** Procedures one HTTP request may batch. */
export const TRPC_BATCH_MAX = 100;

/** What a tRPC request calls: the paths stand in the URL, so they are known before the body is read. */
export interface Batch {
  isBatch: boolean;
  paths: string[];
}

/** @throws limit_reached */
export function batchOf(procedures: string, query: Record<string, unknown>): Batch {
  const isBatch = query.batch === "1";
  const paths = isBatch ? procedures.split(",") : [procedures];
  if (paths.length > TRPC_BATCH_MAX)
    throw limitReached(`A batch calls at most ${TRPC_BATCH_MAX} procedures.`);
  return { isBatch, paths };
}

/**
 * The raw input of each call: `input` in the query of a GET, the body of a POST; in a batch an object by index.
 * @throws malformed_json
 */
export function rawInputsOf(
  batch: Batch,
  source: { input?: unknown; body: unknown; isPost: boolean },
): unknown[] {
  const value = source.isPost ? source.body : parseInput(source.input);
  if (!batch.isBatch) return [value];
  const byIndex = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  return batch.paths.map((_, index) => byIndex[index]);
}

function parseInput(text: unknown): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(String(text));
  } catch {
    throw new ProblemError("malformed_json", "The query parameter `input` is not valid JSON.");
  }
}
