import type { Item } from "@stowage/contract/items";
import type { ConsumedItems, ConsumeItems, Project } from "@stowage/contract/projects";
import { adjustedQuantity, roundedQuantity } from "../../features/items/policy.ts";
import { needed, reservationOf } from "../../features/projects/policy.ts";
import { conflict, invalidField, notFound } from "../../problems.ts";
import { nextItem, recordItem } from "../items/item-rows.ts";
import type { ReservationRow } from "../rows/load-rows.ts";
import type { Writing } from "../writing.ts";
import { projectIn } from "./project-rows.ts";
import { nextReservation, reservationsOf, shiftOf } from "./reservation-rows.ts";

/** How much of what is reserved is used up. */
interface Use {
  row: ReservationRow;
  quantity: number;
}

/** All of it or none. @throws not_found, validation_failed, conflict, insufficient_stock */
export async function consumeItems(writing: Writing, { id, items }: ConsumeItems): Promise<ConsumedItems> {
  const project = await projectIn(writing, id);
  if (project.status !== "active")
    throw conflict(`${project.name} is ${project.status}. Only an active project uses up stock.`);
  const uses = usesOf(project, await reservationsOf(writing, id), items);
  if (uses.length === 0) return { project, data: [], event_seq: null };
  await writing.items.fetch(uses.map(({ row }) => row.item_id));
  const taken: { item: Item; row: ReservationRow; quantity: number }[] = [];
  for (const use of uses) taken.push({ ...(await take(writing, project, use)), quantity: use.quantity });
  const event_seq = writing.record({
    type: "project.consumed",
    subject_id: id,
    subject_name: project.name,
    data: {
      items: taken.map(({ item, quantity }) => ({ item_id: item.id, item_name: item.name, quantity })),
    },
  });
  return { project, data: taken.map(({ item, row }) => reservationOf(project, item, row)), event_seq };
}

/** What was named, or without it all that is left. @throws not_found, validation_failed, conflict */
function usesOf(project: Project, rows: ReservationRow[], named: ConsumeItems["items"]): Use[] {
  if (named === undefined)
    return rows
      .map((row) => ({ row, quantity: needed(project, row) }))
      .filter(({ quantity }) => quantity > 0);
  const rowOf = new Map(rows.map((row) => [row.item_id, row]));
  const uses = new Map<string, Use>();
  for (const [index, { item_id, quantity }] of named.entries()) {
    const row = rowOf.get(item_id);
    if (!row) throw notFound("reservation", item_id);
    if (uses.has(item_id)) throw invalidField(`/items/${index}/item_id`, "repeated", "Name each item once.");
    checkWithinReserved(project, row, quantity);
    uses.set(item_id, { row, quantity });
  }
  return [...uses.values()];
}

/** @throws conflict */
function checkWithinReserved(project: Project, row: ReservationRow, quantity: number): void {
  const left = needed(project, row);
  if (quantity > left)
    throw conflict(
      `${project.name} has ${left} of ${row.item_id} left to use, not ${quantity}. Reserve more first.`,
    );
}

/** Takes it out of the stock and off what is held, as one write of the item. @throws conflict, insufficient_stock */
async function take(writing: Writing, project: Project, { row, quantity }: Use) {
  const before = await writing.items.get(row.item_id);
  if (!before || before.deleted_at !== null)
    throw conflict(`${before?.name ?? row.item_id} is in the trash. Restore it, or release it.`);
  const consumed = roundedQuantity(row.consumed + quantity);
  const used = nextReservation(writing, row, { consumed });
  const shift = shiftOf({ project, row }, { project, row: used });
  const item = nextItem(writing, before, {
    quantity: adjustedQuantity(before, { delta: -quantity }),
    reserved: roundedQuantity(before.reserved + shift),
  });
  recordItem(writing, {
    type: "item.quantity_changed",
    before,
    after: item,
    changes: { quantity: { old: before.quantity, new: item.quantity } },
    data: { project_id: project.id, project_name: project.name },
  });
  return { item, row: used };
}
