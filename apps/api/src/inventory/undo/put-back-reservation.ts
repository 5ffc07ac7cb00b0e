import type { Changes } from "@stowage/contract/events";
import type { Project } from "@stowage/contract/projects";
import { roundedQuantity } from "../../features/items/policy.ts";
import { releaseItem } from "../projects/release-item.ts";
import { nextReservation, reservationsOf, shiftOf, shiftReserved } from "../projects/reservation-rows.ts";
import type { ReservationRow } from "../rows/load-rows.ts";
import { reservationPart } from "./later-events.ts";
import type { Past } from "./past.ts";
import { listIn, projectOf, putReservation, type Reserved } from "./put-back-project.ts";
import { Skipped } from "./skipped.ts";

type Part = Reserved & { item_name: string };

/** What a project needs of an item is what it was before; nothing, if that was the first. */
export async function putBackReserved(past: Past): Promise<Changes> {
  const { writing, event } = past;
  const project = await projectOf(past);
  const { item_id, item_name, consumed, quantity } = event.data as unknown as Part; // as reserve-item wrote it
  const rows = await reservationsOf(writing, project.id);
  const row = rowAsLeft(past, rows, { item_id, quantity, consumed });
  const old = event.changes.quantity?.old;
  if (typeof old !== "number") {
    await releaseItem(writing, { id: project.id, item_id });
    return { quantity: { old: quantity, new: null } };
  }
  await changeReservation(past, project, row, { quantity: old });
  const changes = { quantity: { old: quantity, new: old } };
  writing.record({
    type: "project.reserved",
    subject_id: project.id,
    subject_name: project.name,
    changes,
    data: { item_id, item_name, quantity: old, consumed },
  });
  return changes;
}

/** What was released is reserved again. */
export async function putBackReleased(past: Past): Promise<Changes> {
  const { writing, later, event } = past;
  const project = await projectOf(past);
  const reserved = event.data as unknown as Part; // as release-item wrote it
  const { item_id, item_name, quantity, consumed } = reserved;
  later.requireUnchanged(event, [reservationPart(item_id)]);
  if (!(await writing.items.get(item_id))) throw new Skipped("gone", `${item_name} is gone for good.`);
  await putReservation(writing, project, reserved);
  const changes = { quantity: { old: null, new: quantity } };
  writing.record({
    type: "project.reserved",
    subject_id: project.id,
    subject_name: project.name,
    changes,
    data: { item_id, item_name, quantity, consumed },
  });
  return changes;
}

/** What was used counts as not used; the stock comes back by the items' own events. */
export async function putBackConsumed(past: Past): Promise<Changes> {
  const { writing, event } = past;
  const project = await projectOf(past);
  const uses = listIn<{ item_id: string; item_name: string; quantity: number }>(event.data.items);
  await writing.items.fetch(uses.map(({ item_id }) => item_id));
  const rows = await reservationsOf(writing, project.id);
  for (const { item_id, quantity } of uses) {
    const row = rowAsLeft(past, rows, { item_id });
    await changeReservation(past, project, row, { consumed: roundedQuantity(row.consumed - quantity) });
  }
  writing.record({
    type: "project.consumed",
    subject_id: project.id,
    subject_name: project.name,
    data: { items: uses.map((use) => ({ ...use, quantity: -use.quantity })) },
  });
  return {};
}

/** @throws Skipped */
function rowAsLeft(
  { later, event }: Past,
  rows: readonly ReservationRow[],
  { item_id, ...left }: Partial<Reserved> & { item_id: string },
): ReservationRow {
  later.requireUnchanged(event, [reservationPart(item_id)]);
  const row = rows.find((one) => one.item_id === item_id);
  const isAsLeft =
    (left.quantity === undefined || row?.quantity === left.quantity) &&
    (left.consumed === undefined || row?.consumed === left.consumed);
  if (!row || !isAsLeft)
    throw new Skipped(
      "changed_since",
      `What ${event.subject_name} reserves of ${item_id} is another by now.`,
    );
  return row;
}

async function changeReservation(
  { writing }: Past,
  project: Project,
  row: ReservationRow,
  patch: Parameters<typeof nextReservation>[2],
): Promise<void> {
  const after = nextReservation(writing, row, patch);
  await shiftReserved(writing, row.item_id, shiftOf({ project, row }, { project, row: after }));
}
