import type { Writing } from "../inventory/writing.ts";
import { readCode } from "./apply-bin.ts";
import type { Applying, Outcome } from "./applying.ts";
import type { RowValues } from "./row-shapes.ts";

/** A printed label, blank or on something. One that stands on something here already stays there. */
export async function applyCode(
  { writing, ids, labels }: Applying,
  { code: text, target_type, target_id, batch_id }: RowValues<"code">,
): Promise<Outcome> {
  const code = readCode("code", text);
  const now = await labels.targetOf(code);
  if (now !== null && now !== "free") return "unchanged";
  if (target_type === null || target_id === null) {
    if (now === null) return "unchanged";
    labels.adopt(code, null, batch_id);
    return "created";
  }
  const target = await targetOf(writing, target_type, ids.of(target_id));
  labels.adopt(code, { type: target_type, id: target.id }, batch_id);
  writing.record({
    type: "code.claimed",
    subject_id: code,
    subject_name: code,
    data: { target_type, target_id: target.id, target_name: target.name, batch_id },
  });
  return now === "free" ? "created" : "updated";
}

function targetOf(
  writing: Writing,
  type: "item" | "bin" | "location",
  id: string,
): Promise<{ id: string; name: string }> {
  if (type === "location") return writing.location(id);
  return type === "item" ? writing.item(id) : writing.bin(id);
}
