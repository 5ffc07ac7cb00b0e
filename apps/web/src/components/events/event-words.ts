import type { EventType } from "@stowage/contract/events";
import type { FeedEvent } from "./feed-event.ts";

interface EventWords {
  /** Between who did it and what it was done to: "Ada *moved the bin* Fasteners". */
  verb: string;
  /** In place of the verb when the thing itself is the subject: "Espresso beans *is running low*". */
  state?: string;
}

const WORDS: Record<EventType, EventWords> = {
  "location.created": { verb: "added the location" },
  "location.updated": { verb: "changed the location" },
  "location.moved": { verb: "moved the location" },
  "location.deleted": { verb: "deleted the location" },
  "bin.created": { verb: "added the bin" },
  "bin.updated": { verb: "changed the bin" },
  "bin.moved": { verb: "moved the bin" },
  "bin.deleted": { verb: "deleted the bin" },
  "item.created": { verb: "added" },
  "item.updated": { verb: "changed" },
  "item.quantity_changed": { verb: "changed the quantity of" },
  "item.moved": { verb: "moved" },
  "item.deleted": { verb: "deleted" },
  "item.low_stock": { verb: "", state: "is running low" },
  "item.restocked": { verb: "", state: "is in stock again" },
  "api_key.created": { verb: "made the API key" },
  "api_key.updated": { verb: "changed the API key" },
  "api_key.revoked": { verb: "revoked the API key" },
};

/** The words of an event; a type that a newer server added still reads as a sentence. */
export function wordsOf(event: FeedEvent): EventWords {
  const disabling = event.changes.disabled_at;
  if (disabling) return { verb: disabling.new === null ? "enabled the API key" : "disabled the API key" };
  return WORDS[event.type] ?? { verb: `did “${String(event.type).replaceAll(/[._]/g, " ")}” to` };
}

/** `min_quantity` → "Min quantity", `location_id` → "Location". */
export function fieldLabel(field: string): string {
  const words = field.replace(/_id$/, "").replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
