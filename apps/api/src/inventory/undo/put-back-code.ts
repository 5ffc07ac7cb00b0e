import type { Changes } from "@stowage/contract/events";
import type { CodeTarget } from "@stowage/contract/label-codes";
import { codes } from "@stowage/db/schema/inventory";
import { and, eq } from "drizzle-orm";
import type { Past } from "./past.ts";
import { Skipped } from "./skipped.ts";

/** What a label was put on, as the event says it. */
interface Claim {
  target_type: CodeTarget;
  target_id: string;
  target_name: string;
}

/** The label is blank again. */
export async function putBackCodeClaimed(past: Past): Promise<Changes> {
  const claim = past.event.data as unknown as Claim; // as claim-code wrote it
  await requireStandsOn(past, claim.target_id);
  return stand(past, "code.released", claim, null);
}

/** The label stands on it again. */
export async function putBackCodeReleased(past: Past): Promise<Changes> {
  const claim = past.event.data as unknown as Claim; // as written below
  await requireStandsOn(past, null);
  const { items, bins, locations } = past.writing;
  const rows = { item: items, bin: bins, location: locations }[claim.target_type];
  if (!(await rows.get(claim.target_id)))
    throw new Skipped("gone", `${claim.target_name}, which had the label, is gone for good.`);
  return stand(past, "code.claimed", claim, claim.target_id);
}

/** Labels are the whole organization's, so writers of its other environment wait here. */
async function requireStandsOn({ writing, later, event }: Past, target_id: string | null): Promise<void> {
  later.requireUntouched(event);
  const [label] = await writing.tx
    .select({ target_id: codes.target_id })
    .from(codes)
    .where(named(writing, event.subject_id))
    .for("update");
  if (!label) throw new Skipped("gone", `The label ${event.subject_id} is gone.`);
  if (label.target_id !== target_id)
    throw new Skipped("changed_since", `The label ${event.subject_id} is on something else by now.`);
}

function stand(
  { writing, event }: Past,
  type: "code.claimed" | "code.released",
  { target_type, target_id, target_name }: Claim,
  on: string | null,
): Changes {
  const { subject_id: code } = event;
  writing.meanwhile(() =>
    writing.tx
      .update(codes)
      .set({ target_type: on === null ? null : target_type, target_id: on })
      .where(named(writing, code)),
  );
  writing.record({
    type,
    subject_id: code,
    subject_name: code,
    data: { target_type, target_id, target_name, batch_id: event.data.batch_id ?? null },
  });
  return { target_id: on === null ? { old: target_id, new: null } : { old: null, new: on } };
}

const named = ({ by }: Past["writing"], code: string) =>
  and(eq(codes.organization_id, by.caller.organization.id), eq(codes.code, code));
