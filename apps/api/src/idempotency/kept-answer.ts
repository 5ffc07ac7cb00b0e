import type { ProblemCode, ProblemExtras } from "@stowage/contract/problems";
import type { Scope } from "@stowage/contract/scopes";
import { conflict, NotFound, notFound, ProblemError } from "../problems.ts";
import { FileAnswer } from "../trpc/file-answer.ts";
import type { ProcedureMeta } from "../trpc/rest-meta.ts";

/** What the first call was made with, as far as its answer hangs on it beyond the procedure's own scopes. */
export interface KeptRights {
  scopes: readonly Scope[];
  /** The places that its caller was bound to; null for none. */
  places: readonly string[] | null;
}

/** The first answer to a request, as it is stored. Text of JSON, since `jsonb` would put the members in another order. */
export type KeptAnswer = Kept & { rights?: KeptRights };

type Kept =
  | { is: "result"; json: string }
  | { is: "too_large" }
  | { is: "not_found"; noun: string; id: string }
  | {
      is: "problem";
      code: ProblemCode;
      detail: string;
      extras: ProblemExtras;
      headers: Record<string, string>;
    };

/** Characters; a bulk of 500 operations answers with less. */
const KEPT_LENGTH_MAX = 16 * 1_048_576;

/** What is kept of a result; null for what never is: files, and secrets that cannot be left out. */
export function keptResult(result: unknown, { secret, kept_without }: ProcedureMeta): KeptAnswer | null {
  if (result instanceof FileAnswer || (secret && !kept_without)) return null;
  const json = JSON.stringify(kept_without ? without(kept_without, result) : (result ?? null));
  return json.length > KEPT_LENGTH_MAX ? { is: "too_large" } : { is: "result", json };
}

/** Secrets are members of objects; a procedure's own function takes what the procedure gives. */
function without(secret: NonNullable<ProcedureMeta["kept_without"]>, result: unknown): object {
  if (typeof secret === "function") return secret(result as never);
  return { ...(result as Record<string, unknown>), [secret]: null };
}

/** Refusals that a repetition meets again: what was asked for is not there, or stood against it. */
const KEPT_STATUSES = [404, 409, 412];

/** What is kept of a refusal; null where the same request may well succeed another time. */
export function keptProblem(problem: ProblemError): KeptAnswer | null {
  if (!KEPT_STATUSES.includes(problem.status)) return null;
  if (problem instanceof NotFound) return { is: "not_found", noun: problem.noun, id: problem.id };
  const { problem: code, message, extras, headers } = problem;
  return { is: "problem", code, detail: message, extras, headers };
}

/** @throws the problem that was kept */
export function replayed(kept: KeptAnswer): unknown {
  switch (kept.is) {
    case "result":
      return JSON.parse(kept.json);
    case "too_large":
      throw conflict(
        "The first call under this key was done. Its answer was too large to keep: read what it wrote.",
      );
    case "not_found":
      throw notFound(kept.noun, kept.id);
    case "problem":
      throw new ProblemError(kept.code, kept.detail, { ...kept.extras, headers: kept.headers });
  }
}

/**
 * Whoever has lost the rights for a request since is not told its answer either: what a key may see is decided anew at
 * each call.
 * @throws conflict  it told of places that are out of reach by now
 */
export function checkPlacesKept(kept: KeptRights | undefined, places: readonly string[] | null): void {
  const isWithin = places === null || kept?.places?.every((place) => places.includes(place));
  if (!isWithin)
    throw conflict("The first call under this key was done, with wider bounds than you have by now.");
}
