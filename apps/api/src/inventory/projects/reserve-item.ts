import { PROJECT_RESERVATIONS_MAX } from "@stowage/contract/limits";
import type { Project, Reservation, ReserveItem } from "@stowage/contract/projects";
import { reservationOf } from "../../features/projects/policy.ts";
import { conflict, limitReached } from "../../problems.ts";
import type { Writing } from "../writing.ts";
import { projectIn } from "./project-rows.ts";
import {
  addReservation,
  nextReservation,
  reservationsOf,
  shiftOf,
  shiftReserved,
} from "./reservation-rows.ts";

/**
 * @param consumed  for what comes back from elsewhere: how much of it was used up already
 * @throws not_found, conflict, validation_failed, limit_reached
 */
export async function reserveItem(
  writing: Writing,
  { id, item_id, quantity }: ReserveItem,
  { consumed = 0 }: { consumed?: number } = {},
): Promise<Reservation> {
  const project = await projectIn(writing, id);
  const item = await writing.item(item_id);
  checkOngoing(project);
  const rows = await reservationsOf(writing, id);
  const before = rows.find((row) => row.item_id === item_id) ?? null;
  if (before?.quantity === quantity) return reservationOf(project, item, before);
  if (before === null) checkRoom(rows.length);
  else if (quantity < before.consumed)
    throw conflict(`${before.consumed} ${item.unit} of ${item.name} are used up already.`);
  const after =
    before === null
      ? addReservation(writing, { project_id: id, item_id, quantity, consumed })
      : nextReservation(writing, before, { quantity });
  await shiftReserved(writing, item_id, shiftOf({ project, row: before }, { project, row: after }));
  writing.record({
    type: "project.reserved",
    subject_id: id,
    subject_name: project.name,
    changes: { quantity: { old: before?.quantity ?? null, new: quantity } },
    data: { item_id, item_name: item.name, quantity, consumed: after.consumed },
  });
  return reservationOf(project, await writing.item(item_id), after);
}

/** @throws conflict */
function checkOngoing({ name, status }: Project): void {
  if (status === "done" || status === "cancelled")
    throw conflict(`${name} is ${status}, so it needs nothing. Plan it again first.`);
}

/** @throws limit_reached */
function checkRoom(reserved: number): void {
  if (reserved >= PROJECT_RESERVATIONS_MAX)
    throw limitReached(`A project reserves at most ${PROJECT_RESERVATIONS_MAX} things.`);
}
