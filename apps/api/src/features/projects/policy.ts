import type { Item } from "@stowage/contract/items";
import type { Project, Reservation } from "@stowage/contract/projects";
import { invalidField } from "../../problems.ts";
import { roundedQuantity } from "../items/policy.ts";

type Reserved = Pick<Reservation, "quantity" | "consumed">;

/** What a project has yet to take of an item; one that is over needs nothing any more. */
export function needed({ status }: Pick<Project, "status">, { quantity, consumed }: Reserved): number {
  if (status === "done" || status === "cancelled") return 0;
  return roundedQuantity(Math.max(0, quantity - consumed));
}

/** What a project keeps from others: only an active one does. The sum over all projects is the item's `reserved`. */
export function held(project: Pick<Project, "status">, reserved: Reserved): number {
  return project.status === "active" ? needed(project, reserved) : 0;
}

/** A reservation as it stands: what the project can have of the item, and what is missing to what it needs. */
export function reservationOf(
  project: Pick<Project, "id" | "status">,
  item: Pick<Item, "id" | "quantity" | "reserved" | "deleted_at">,
  { quantity, consumed }: Reserved,
): Reservation {
  const reserved = { quantity, consumed };
  const heldByOthers = item.reserved - held(project, reserved);
  const available = item.deleted_at === null ? roundedQuantity(item.quantity - heldByOthers) : 0;
  const shortage = Math.max(0, needed(project, reserved) - Math.max(0, available));
  return {
    item_id: item.id,
    project_id: project.id,
    quantity,
    consumed,
    available,
    shortage: roundedQuantity(shortage),
  };
}

/** @throws validation_failed  it would be due before it starts */
export function checkDates({ starts_on, due_on }: Pick<Project, "starts_on" | "due_on">): void {
  if (starts_on !== null && due_on !== null && due_on < starts_on)
    throw invalidField("/due_on", "before_start", `It cannot be due before it starts on ${starts_on}.`);
}

/** What a line of a pick list is sorted by. */
export interface PickOrder {
  id: string;
  name: string;
  /** As it is spelled out; empty for nowhere. */
  place: string;
}

const WORDS = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** By place, then by name, as a person would walk; what lies nowhere comes last. The id decides between equals. */
export function comparePicks(a: PickOrder, b: PickOrder): number {
  const nowhere = Number(a.place === "") - Number(b.place === "");
  const words = nowhere || WORDS.compare(a.place, b.place) || WORDS.compare(a.name, b.name);
  return words || (a.id < b.id ? -1 : Number(a.id > b.id));
}
