import type { LabelCode, ReserveCodes } from "@stowage/contract/label-codes";
import { takeNewCodes } from "../../labels/take-new-codes.ts";
import type { Writing } from "../writing.ts";

/** Blank labels, in one statement; no other label of the organization, in either environment, has their codes. */
export async function reserveCodes(writing: Writing, { count, batch }: ReserveCodes): Promise<LabelCode[]> {
  const batch_id = batch ?? `sheet ${writing.at.slice(0, 16).replace("T", " ")} ${writing.nextSeq}`;
  const { at } = writing;
  const taken = await takeNewCodes(writing.tx, {
    organization_id: writing.by.caller.organization.id,
    count,
    batch_id,
    created_at: at,
  });
  writing.record({
    type: "code.reserved",
    subject_id: batch_id,
    subject_name: batch_id,
    data: { count, batch_id },
  });
  return taken.map((code) => ({ code, target_type: null, target_id: null, batch_id, created_at: at }));
}
