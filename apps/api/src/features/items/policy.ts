import type { Changes } from "@stowage/contract/events";
import type { AdjustItem, Item, MoveItem } from "@stowage/contract/items";
import { QUANTITY_MAX } from "@stowage/contract/limits";
import { conflict, invalidField, ProblemError } from "../../problems.ts";

/** @throws validation_failed  a thing cannot be in a bin and directly in a location at once */
export function checkOnePlace(place: { bin_id?: string | null; location_id?: string | null }): void {
  if (place.bin_id && place.location_id)
    throw invalidField("/location_id", "two_places", "Send bin_id or location_id, not both.");
}

/** Quantities have three decimals; sums of floating point numbers may have more. */
export function roundedQuantity(quantity: number): number {
  return Math.round(quantity * 1_000) / 1_000;
}

/**
 * The quantity after an adjustment.
 * @throws validation_failed  neither or both of delta and count
 * @throws conflict  the quantity is not the expected one
 * @throws insufficient_stock  less than nothing would be left
 */
export function adjustedQuantity(item: Item, { delta, count, if_quantity }: Omit<AdjustItem, "id">): number {
  if ((delta === undefined) === (count === undefined))
    throw invalidField("/delta", "delta_or_count", "Send either delta or count.");
  if (if_quantity !== undefined && if_quantity !== item.quantity)
    throw conflict(`There are ${item.quantity} ${item.unit}, not ${if_quantity}.`, {
      current_quantity: item.quantity,
    });
  const quantity = count ?? roundedQuantity(item.quantity + (delta ?? 0));
  if (quantity < 0) throw insufficientStock(item);
  if (quantity > QUANTITY_MAX)
    throw invalidField("/delta", "too_big", `The quantity cannot exceed ${QUANTITY_MAX}.`);
  return quantity;
}

/** @throws insufficient_stock  more is wanted than there is */
export function checkEnough(item: Item, wanted: number | undefined): void {
  if (wanted !== undefined && wanted > item.quantity) throw insufficientStock(item);
}

function insufficientStock({ name, quantity, unit }: Item): ProblemError {
  return new ProblemError("insufficient_stock", `Only ${quantity} ${unit} of ${name} are there.`, {
    current_quantity: quantity,
  });
}

/**
 * Where a move leads; null as a bin or a location is the inbox.
 * @throws validation_failed  neither or both of them are sent
 */
export function movedPlace({
  to_bin_id,
  to_location_id,
}: Pick<MoveItem, "to_bin_id" | "to_location_id">): Pick<Item, "bin_id" | "location_id"> {
  if ((to_bin_id === undefined) === (to_location_id === undefined))
    throw invalidField("/to_bin_id", "bin_or_location", "Send either to_bin_id or to_location_id.");
  return { bin_id: to_bin_id ?? null, location_id: to_location_id ?? null };
}

/** The event that follows a write when it takes an item across its minimum, in either direction. */
export function crossing(before: Item | null, after: Item): "item.low_stock" | "item.restocked" | null {
  const wasLow = before?.is_low ?? false;
  if (wasLow === after.is_low) return null;
  return after.is_low ? "item.low_stock" : "item.restocked";
}

/** Putting an item into a bin takes it out of its location, and the other way round. */
export function patchedPlace<Patch extends { bin_id?: string | null; location_id?: string | null }>(
  patch: Patch,
): Patch {
  if (patch.bin_id) return { ...patch, location_id: null };
  if (patch.location_id) return { ...patch, bin_id: null };
  return patch;
}

/** The name of a change that touched only the quantity, or only the place; any other is an update. */
export function eventTypeOf(changes: Changes): "item.quantity_changed" | "item.moved" | "item.updated" {
  const fields = Object.keys(changes);
  if (fields.every((field) => field === "quantity")) return "item.quantity_changed";
  if (fields.every((field) => field === "bin_id" || field === "location_id")) return "item.moved";
  return "item.updated";
}
