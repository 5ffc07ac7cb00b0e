import { QUANTITY_MAX } from "@stowage/contract/limits";
import type { Project } from "@stowage/contract/projects";
import { newId } from "@stowage/db/new-id";
import { reservations } from "@stowage/db/schema/projects";
import { and, eq } from "drizzle-orm";
import { roundedQuantity } from "../../features/items/policy.ts";
import { held } from "../../features/projects/policy.ts";
import { reservationColumns } from "../../features/projects/store.ts";
import { invalidField, notFound } from "../../problems.ts";
import { nextItem } from "../items/item-rows.ts";
import type { ReservationRow } from "../rows/load-rows.ts";
import type { Writing } from "../writing.ts";

/** What a project reserves at this point of the transaction. */
export async function reservationsOf(writing: Writing, project_id: string): Promise<ReservationRow[]> {
  const { tx, by } = writing;
  const stored = await tx
    .select(reservationColumns)
    .from(reservations)
    .where(and(eq(reservations.workspace_id, by.workspace_id), eq(reservations.project_id, project_id)));
  for (const row of stored) writing.reservations.learn(row, { isReached: true });
  return [...writing.reservations.known()].filter((row) => row.project_id === project_id);
}

/** @throws not_found  the project does not reserve the item */
export async function reservationIn(
  writing: Writing,
  { id, item_id }: { id: string; item_id: string },
): Promise<ReservationRow> {
  const row = (await reservationsOf(writing, id)).find((one) => one.item_id === item_id);
  if (!row) throw notFound("reservation", item_id);
  return row;
}

/** One that was released in the same transaction goes on as the same row, since a pair has only one. */
export function addReservation(
  writing: Writing,
  values: Pick<ReservationRow, "project_id" | "item_id" | "quantity" | "consumed">,
): ReservationRow {
  const { at, reservations } = writing;
  const earlier = reservations
    .changes()
    .dropped.find((row) => row.project_id === values.project_id && row.item_id === values.item_id);
  const { id, version } = earlier ?? { id: newId("reservation"), version: 0 };
  const row = { ...values, id, version: version + 1, created_at: at, updated_at: at };
  reservations.put(row);
  return row;
}

/** The next state of a reservation that is there already. What it then holds is for {@link shiftReserved}. */
export function nextReservation(
  writing: Writing,
  before: ReservationRow,
  patch: Pick<ReservationRow, "quantity"> | Pick<ReservationRow, "consumed">,
): ReservationRow {
  const after = { ...before, ...patch, version: before.version + 1, updated_at: writing.at };
  writing.reservations.put(after);
  return after;
}

/** A reservation of a project at one moment; null stands for none. */
interface Holding {
  project: Pick<Project, "status">;
  row: ReservationRow | null;
}

/** How much more than before is held of the item; less is negative. */
export function shiftOf(before: Holding, after: Holding): number {
  const heldIn = ({ project, row }: Holding) => (row === null ? 0 : held(project, row));
  return roundedQuantity(heldIn(after) - heldIn(before));
}

/**
 * Keeps an item's `reserved` the sum of what active projects hold, in the trash too. The item is written; what happened
 * to it is the project's event.
 * @throws validation_failed  more than a quantity can say
 */
export async function shiftReserved(writing: Writing, item_id: string, shift: number): Promise<void> {
  if (shift === 0) return;
  const item = await writing.items.get(item_id);
  if (!item) throw new Error(`what is reserved is there, and projects see all of it: ${item_id}`);
  nextItem(writing, item, { reserved: checkedReserved(item.reserved + shift) });
}

/** @throws validation_failed */
function checkedReserved(sum: number): number {
  const reserved = roundedQuantity(sum);
  if (reserved <= QUANTITY_MAX) return reserved;
  throw invalidField("/quantity", "too_big", `All projects together cannot hold more than ${QUANTITY_MAX}.`);
}
