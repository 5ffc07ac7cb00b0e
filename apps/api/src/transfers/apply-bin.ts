import { type Bin, CreateBin } from "@stowage/contract/bins";
import { parseCode } from "@stowage/contract/codes";
import { createBin } from "../inventory/bins/create-bin.ts";
import { restoreBin } from "../inventory/bins/restore-bin.ts";
import { updateBin } from "../inventory/bins/update-bin.ts";
import { checkSamePath } from "./apply-location.ts";
import { type Applying, type Outcome, rowFault } from "./applying.ts";
import { completedBy } from "./complete-row.ts";
import type { RowValues } from "./row-shapes.ts";

const completed = completedBy(CreateBin);

/** A bin with the row's id, or with its label, is that of the row, in the trash too; else there is a new one. */
export async function applyBin(
  applying: Applying,
  { id, code: label, location_path, ...fields }: RowValues<"bin">,
): Promise<Outcome> {
  const { writing, ids } = applying;
  const code = label === undefined ? null : readCode("code", label);
  const values = { ...fields, ...(await placeByPath(applying, fields.location_id, location_path)) };
  const before = await binThere(applying, id, code);
  if (!before) return newBin(applying, { id, code, values: completed(values) });
  ids.is(id, before.id);
  if (before.deleted_at !== null) await restoreBin(writing, { id: before.id });
  const bin = await updateBin(writing, { ...values, id: before.id });
  return bin === before ? "unchanged" : "updated";
}

async function binThere(
  { writing, ids, labels }: Applying,
  id: string | undefined,
  code: string | null,
): Promise<Bin | null> {
  const known = id === undefined ? null : await writing.bins.get(ids.of(id));
  const labelled = code === null ? null : await labels.binOf(code);
  if (known && code !== null && code !== known.code && labelled !== known.id)
    throw rowFault(
      "code",
      "other_label",
      `The bin has the label ${known.code}, and labels are not changed by a file.`,
    );
  return known ?? (labelled === null ? null : writing.bins.get(labelled));
}

/** It keeps the file's label where that is free. One that came from elsewhere with an id gets another where it is not. */
async function newBin(
  { writing, ids, labels }: Applying,
  { id: fileId, code, values }: { id: string | undefined; code: string | null; values: CreateBin },
): Promise<Outcome> {
  const id = ids.take("bin", fileId);
  const target = code === null ? null : await labels.targetOf(code);
  const isKept = code !== null && (target === null || target === "free");
  if (code !== null && !isKept && fileId === undefined)
    throw rowFault("code", "label_taken", `The label ${code} stands on something else.`);
  await createBin(writing, values, { id, ...(isKept && { code }) });
  if (isKept) labels.adopt(code, { type: "bin", id });
  else if (code !== null) labels.alias(code, id);
  return "created";
}

/** @throws validation_failed  it is no code, or mistyped */
export function readCode(field: string, text: string): string {
  const code = parseCode(text);
  if (code === null) throw rowFault(field, "invalid_code", `${text} is not the code of a label.`);
  return code;
}

/** A place by its id, by its path, or by both when they agree. */
export async function placeByPath(
  { ids, places }: Applying,
  location_id: string | null | undefined,
  path: readonly string[] | undefined,
): Promise<{ location_id?: string | null }> {
  const id = location_id ? ids.of(location_id) : location_id;
  if (path === undefined) return id === undefined ? {} : { location_id: id };
  const there = id ? await places.pathOf(id) : [];
  if (!id || there.length === 0) return { location_id: await places.at(path) };
  checkSamePath("location_path", path, there);
  return { location_id: id };
}
