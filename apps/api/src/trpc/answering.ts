import type { Call } from "../gate/call.ts";
import { idempotent } from "../idempotency/idempotent.ts";
import type { OpenContext, PersonContext, ScopedContext } from "./context.ts";
import { matches, revisionTag } from "./entity-tags.ts";
import type { ProcedureMeta } from "./rest-meta.ts";

/** As much of a resolver's options as is looked at here. */
export interface Asked {
  ctx: OpenContext;
  input: unknown;
}

/** Thrown instead of an answer that the caller has; `call.conditional.is_unmodified` says so to REST. */
class Unmodified extends Error {}

/**
 * What happens between validation and run, the same for every procedure: an answer that the caller has already is not
 * made again (`If-None-Match`), and a repetition is answered without doing the work twice (`Idempotency-Key`).
 */
export function answering(
  meta: ProcedureMeta,
  resolver: (options: Asked) => unknown,
): (options: Asked) => Promise<unknown> {
  return async (options) => {
    const { ctx, input } = options;
    noteMembers(ctx.call, input);
    if (isScoped(ctx)) {
      const comparing = compareRevision(ctx, meta, input);
      if (comparing) await comparing; // nothing to wait for is not waited for: each turn of the loop costs
    }
    if (!ctx.call.idempotency || !hasCaller(ctx)) return resolver(options);
    return idempotent(ctx, { meta, input }, async () => resolver(options));
  };
}

const hasCaller = (ctx: OpenContext): ctx is PersonContext | ScopedContext => "caller" in ctx;
const isScoped = (ctx: OpenContext): ctx is ScopedContext => "reach" in ctx;

/** @throws Unmodified */
function compareRevision(
  ctx: ScopedContext,
  { revision }: ProcedureMeta,
  input: unknown,
): Promise<void> | undefined {
  const { conditional } = ctx.call;
  if (waits(input)) return; // for what is not there yet: the answer itself tells whether it is another
  if (!conditional || (!revision && listOf(input, "include").length === 0)) return;
  const { if_none_match } = conditional;
  const tag = revisionTag(ctx, revision, if_none_match !== undefined);
  if (typeof tag === "string") {
    conditional.revision_tag = tag;
    return;
  }
  return tag.then((read) => {
    conditional.revision_tag = read;
    if (!revision || !matches(if_none_match, `W/"${read}"`)) return;
    conditional.is_unmodified = true;
    throw new Unmodified();
  });
}

const waits = (input: unknown): boolean => isObject(input) && "wait" in input && Number(input.wait) > 0;

function noteMembers(call: Call, input: unknown): void {
  const fields = listOf(input, "fields");
  if (fields.length > 0) call.members = new Set(["id", ...fields, ...listOf(input, "include")]);
}

function listOf(input: unknown, field: "fields" | "include"): readonly string[] {
  if (typeof input !== "object" || input === null || !(field in input)) return [];
  const value = (input as Record<string, unknown>)[field]; // seen above
  return Array.isArray(value) ? value : [];
}

/** Notes an object's version and leaves out the members that nobody asked for, of it or of each row of a list. */
export function trimmed({ members, conditional }: Call, data: unknown): unknown {
  if (!isObject(data)) return data;
  if (conditional && typeof data.version === "number") conditional.version = data.version;
  if (!members) return data;
  return Array.isArray(data.data)
    ? { ...data, data: data.data.map((row) => (isObject(row) ? pick(row, members) : row)) }
    : pick(data, members);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function pick(row: Record<string, unknown>, members: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => members.has(name)));
}
