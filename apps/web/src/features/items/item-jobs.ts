import type { BulkItems } from "@stowage/contract/bulk";
import type { Item } from "@stowage/contract/items";
import { isBinId } from "../../components/places/place-options.ts";
import type { BulkJob } from "../../components/things/bulk-work.ts";
import { formatCount } from "../../lib/format.ts";

export type ItemOperation = BulkItems["operations"][number];
export type ItemJob = BulkJob<Item, ItemOperation>;

/** A place as a move names it; null is the inbox. */
export function moveTarget(place: string | null): { to_bin_id: string | null } | { to_location_id: string } {
  return place !== null && !isBinId(place) ? { to_location_id: place } : { to_bin_id: place };
}

export function moveJob(things: readonly Item[], place: string | null): ItemJob {
  return {
    things,
    operation: ({ id }) => ({ op: "move", id, data: moveTarget(place) }),
    done: (count) => `${formatCount(count, "item")} moved.`,
  };
}

export function minimumJob(things: readonly Item[], min_quantity: number | null): ItemJob {
  return {
    things,
    operation: ({ id }) => ({ op: "update", id, data: { min_quantity } }),
    done: (count) =>
      `${formatCount(count, "item")} got ${min_quantity === null ? "no minimum" : "a minimum"}.`,
  };
}

export function adjustJob(things: readonly Item[], delta: number, reason: string): ItemJob {
  return {
    things,
    operation: ({ id }) => ({ op: "adjust", id, data: { delta, ...(reason && { reason }) } }),
    done: (count) => `${formatCount(count, "item")} counted ${delta > 0 ? "up" : "down"}.`,
  };
}
