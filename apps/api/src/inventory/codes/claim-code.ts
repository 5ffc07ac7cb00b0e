import type { ClaimCode, CodeTarget, LabelCode, ResolvedCode } from "@stowage/contract/label-codes";
import { codes } from "@stowage/db/schema/inventory";
import { and, eq } from "drizzle-orm";
import { type StandingLabel, standingLabels } from "../../features/codes/store.ts";
import { conflict, notFound } from "../../problems.ts";
import { nextBin } from "../bins/bin-rows.ts";
import type { Writing } from "../writing.ts";

/**
 * @param code  in its canonical form
 * @throws not_found  the thing is not there for the caller, or the label, or what that stands on
 * @throws conflict  the label stands on something else
 */
export async function claimCode(
  writing: Writing,
  { code, target_type, target_id }: ClaimCode,
): Promise<ResolvedCode> {
  const label = await lockedLabel(writing, code);
  const target = await targetOf(writing, target_type, target_id);
  const claimed = { target: { type: target_type, ...target }, target_type, target_id: target.id };
  if (label.row.target_id === target.id) return { ...label.row, ...claimed };
  if (label.target) throw taken(code, label.target);
  const row: LabelCode = { ...label.row, target_type, target_id: target.id };
  writing.meanwhile(() =>
    writing.tx.update(codes).set({ target_type, target_id: target.id }).where(named(writing, code)),
  );
  if (target_type === "bin") await goBy(writing, target.id, code);
  writing.record({
    type: "code.claimed",
    subject_id: code,
    subject_name: code,
    data: { target_type, target_id: target.id, target_name: target.name, batch_id: row.batch_id },
  });
  return { ...row, ...claimed };
}

const named = ({ by }: Writing, code: string) =>
  and(eq(codes.organization_id, by.caller.organization.id), eq(codes.code, code));

/** Labels are the whole organization's, so writers of its other environment wait here. */
async function lockedLabel(writing: Writing, code: string): Promise<StandingLabel> {
  const { tx, by } = writing;
  await tx.select({ code: codes.code }).from(codes).where(named(writing, code)).for("update");
  const owner = { organization_id: by.caller.organization.id, reach: by.reach };
  const label = (await standingLabels(tx, owner, [code])).get(code);
  if (!label || label.is_hidden) throw notFound("label", code);
  return label;
}

async function targetOf(
  writing: Writing,
  type: CodeTarget,
  ref: string,
): Promise<{ id: string; name: string }> {
  const read = {
    bin: () => writing.bin(ref),
    item: () => writing.item(ref),
    location: () => writing.location(ref),
  };
  const { id, name } = await read[type]();
  return { id, name };
}

/** The bin's code becomes that of its newest label. */
async function goBy(writing: Writing, id: string, code: string): Promise<void> {
  const before = await writing.bin(id);
  const after = nextBin(writing, before, { code });
  writing.record({
    type: "bin.updated",
    subject_id: id,
    subject_name: after.name,
    changes: { code: { old: before.code, new: code } },
  });
}

function taken(code: string, { type, name, deleted_at }: NonNullable<StandingLabel["target"]>) {
  const where = deleted_at === null ? "" : ", which is in the trash";
  return conflict(`The label ${code} stands on the ${type} ${name}${where} already. Take a blank one.`);
}
