import type { ProcedureEntry } from "../../trpc/procedure-list.ts";

/** What the `ETag` of an answer tells: an object's version, or what the answer depends on; null without one. */
export function entityTagOf(entry: ProcedureEntry): "version" | "weak" | null {
  if (entry.access.kind === "open" || entry.file) return null;
  if (hasMember(entry, "version")) return "version";
  const tells = entry.rest?.method === "GET" && (entry.revision || hasMember(entry, "data"));
  return tells ? "weak" : null;
}

/** Whether `If-None-Match` may be answered by 304. */
export const mayBeUnmodified = (entry: ProcedureEntry): boolean =>
  entry.rest?.method === "GET" && !entry.unversioned && entityTagOf(entry) !== null;

function hasMember({ output }: ProcedureEntry, member: string): boolean {
  const shape = (output?._zod.def as { shape?: Record<string, unknown> } | undefined)?.shape;
  return shape !== undefined && member in shape;
}
