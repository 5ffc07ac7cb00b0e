import type { Writing } from "../inventory/writing.ts";
import { applyBin } from "./apply-bin.ts";
import { applyCode } from "./apply-code.ts";
import { applyItem } from "./apply-item.ts";
import { applyLocation } from "./apply-location.ts";
import { applyProject, applyReservation } from "./apply-project.ts";
import { applyTask } from "./apply-task.ts";
import { type Applying, applyingTo, type Outcome } from "./applying.ts";
import { hasId } from "./file-ids.ts";
import type { FileRow, ReadFile } from "./file-row.ts";
import { KINDS, type Kind } from "./kinds.ts";
import type { RowErrors } from "./row-errors.ts";

/** Rows whose needs are read from the database together, and after which progress is told. */
const ROWS_AT_ONCE = 500;

type ApplyRow = (applying: Applying, values: Record<string, unknown>) => Promise<Outcome>;

/** The values of a row were read by the shape of its kind. */
const asRow =
  <Values>(apply: (applying: Applying, values: Values) => Promise<Outcome>): ApplyRow =>
  (applying, values) =>
    apply(applying, values as Values);

const APPLY: Record<Kind, ApplyRow> = {
  location: asRow(applyLocation),
  bin: asRow(applyBin),
  item: asRow(applyItem),
  project: asRow(applyProject),
  reservation: asRow(applyReservation),
  task: asRow(applyTask),
  code: asRow(applyCode),
};

/** Fields that point to other rows. */
const POINTERS = [
  "parent_id",
  "location_id",
  "bin_id",
  "project_id",
  "item_id",
  "subject_id",
  "target_id",
] as const;

export type Counts = Record<Outcome, number>;

/**
 * Puts the rows of a file among the things of a workspace, in the order in which they need each other. A row that a rule
 * refuses is an error and leaves nothing behind; what only fails because of another's error gets none of its own.
 */
export async function applyFile(
  writing: Writing,
  file: ReadFile,
  { errors, progress }: { errors: RowErrors; progress: (rowsDone: number) => Promise<void> },
): Promise<Counts> {
  const applying = applyingTo(writing);
  const failed = new Set(file.unreadIds);
  const counts: Counts = { created: 0, updated: 0, unchanged: 0 };
  let done = 0;
  for (const kind of KINDS) {
    const rows = file.rows.filter((row) => row.kind === kind);
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      const some = rows.slice(from, from + ROWS_AT_ONCE);
      await readAheadOf(applying, kind, some);
      for (const row of some) {
        const outcome = await applyRow(applying, row, { errors, failed });
        if (outcome) counts[outcome]++;
      }
      done += some.length;
      await progress(done);
    }
  }
  return counts;
}

async function applyRow(
  applying: Applying,
  row: FileRow,
  { errors, failed }: { errors: RowErrors; failed: Set<string> },
): Promise<Outcome | null> {
  const { kind, values } = row;
  const fail = () => {
    if (typeof values.id === "string") failed.add(values.id);
    return null;
  };
  if (POINTERS.some((field) => failed.has(String(values[field])))) return fail();
  try {
    return await applying.writing.attempt(() => APPLY[kind](applying, values));
  } catch (thrown) {
    errors.addThrown(row, thrown);
    return fail();
  }
}

/** Asks in a few queries for what the rows need; what is missed, a row asks for by itself. */
async function readAheadOf(
  { writing, ids, labels }: Applying,
  kind: Kind,
  rows: readonly FileRow[],
): Promise<void> {
  const all = (field: string) =>
    rows.map(({ values }) => values[field]).filter((one) => typeof one === "string");
  const here = (field: string) => all(field).map((id) => ids.of(id));
  if (hasId(kind)) await ids.fetchTakenUnscoped(kind, all("id"));
  await labels.fetch([...all("code"), ...all("bin_code")]);
  await writing.externalIds.fetch(all("external_id"));
  const holders = await Promise.all(all("external_id").map((one) => writing.externalIds.holder(one)));
  const own = hasId(kind) ? here("id") : [];
  const labelled = await Promise.all([...all("code"), ...all("bin_code")].map((code) => labels.binOf(code)));
  const present = (found: readonly (string | null)[]) => found.filter((id) => id !== null);
  const subjects = here("subject_id");
  await writing.locations.fetch([
    ...here("location_id"),
    ...here("parent_id"),
    ...(kind === "location" ? own : []),
  ]);
  await writing.bins.fetch([
    ...here("bin_id"),
    ...present(labelled),
    ...(kind === "bin" ? own : []),
    ...subjects,
  ]);
  await writing.items.fetch([
    ...here("item_id"),
    ...present(holders),
    ...(kind === "item" ? own : []),
    ...subjects,
  ]);
  await writing.projects.fetch([...here("project_id"), ...(kind === "project" ? own : [])]);
  if (kind === "task") await writing.tasks.fetch(own);
  if (kind === "bin")
    await writing.labels.prepare(rows.filter(({ values }) => values.code === undefined).length);
}
