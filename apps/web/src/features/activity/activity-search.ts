import type { EventType } from "@stowage/contract/events";
import type { SelectOption } from "../../components/ui/select.tsx";
import { textParam } from "../../lib/search-params.ts";

export type ActivityType =
  | EventType
  | "item.*"
  | "bin.*"
  | "location.*"
  | "api_key.*"
  | "member.*"
  | "organization.*"
  | "task.*"
  | "project.*"
  | "code.*"
  | "trigger.*";

/** The filters of the screen, as the URL holds them. */
export interface ActivitySearch {
  type?: ActivityType;
  /** Only what this API key did. */
  key?: string;
  /** Only what this user did, by hand or through the keys they made. */
  person?: string;
  /** Only what happened to this thing. */
  subject?: string;
  /** RFC 3339; only what happened from then on. */
  since?: string;
}

export const TYPE_OPTIONS: readonly SelectOption<ActivityType | "all">[] = [
  { value: "all", label: "Everything" },
  { value: "item.*", label: "Items: all" },
  { value: "item.created", label: "Items: added" },
  { value: "item.updated", label: "Items: changed" },
  { value: "item.quantity_changed", label: "Items: quantity changed" },
  { value: "item.moved", label: "Items: moved" },
  { value: "item.low_stock", label: "Items: running low" },
  { value: "item.restocked", label: "Items: in stock again" },
  { value: "item.expiring", label: "Items: about to expire" },
  { value: "item.deleted", label: "Items: deleted" },
  { value: "item.restored", label: "Items: restored" },
  { value: "bin.*", label: "Bins: all" },
  { value: "bin.created", label: "Bins: added" },
  { value: "bin.updated", label: "Bins: changed" },
  { value: "bin.moved", label: "Bins: moved" },
  { value: "bin.deleted", label: "Bins: deleted" },
  { value: "bin.restored", label: "Bins: restored" },
  { value: "location.*", label: "Locations: all" },
  { value: "location.created", label: "Locations: added" },
  { value: "location.updated", label: "Locations: changed" },
  { value: "location.moved", label: "Locations: moved" },
  { value: "location.deleted", label: "Locations: deleted" },
  { value: "code.*", label: "Labels: all" },
  { value: "task.*", label: "Tasks: all" },
  { value: "task.completed", label: "Tasks: completed" },
  { value: "project.*", label: "Projects: all" },
  { value: "project.reserved", label: "Projects: stock reserved" },
  { value: "project.consumed", label: "Projects: stock used" },
  { value: "trigger.*", label: "Triggers: all" },
  { value: "trigger.created", label: "Triggers: added" },
  { value: "trigger.updated", label: "Triggers: changed" },
  { value: "trigger.deleted", label: "Triggers: deleted" },
  { value: "trigger.secret_rotated", label: "Triggers: secret rotated" },
  { value: "trigger.disabled", label: "Triggers: turned off, as they failed" },
  { value: "import.completed", label: "Imports" },
  { value: "trash.purged", label: "Trash: emptied" },
  { value: "api_key.*", label: "API keys: all" },
  { value: "api_key.created", label: "API keys: made" },
  { value: "api_key.updated", label: "API keys: changed" },
  { value: "api_key.rotated", label: "API keys: rotated" },
  { value: "api_key.renewed", label: "API keys: renewed" },
  { value: "api_key.expiring", label: "API keys: ending soon" },
  { value: "api_key.expired", label: "API keys: expired" },
  { value: "api_key.revoked", label: "API keys: revoked" },
  { value: "api_key.used_from_new_network", label: "API keys: used from a new network" },
  { value: "api_key.authentication_failed", label: "API keys: refused again and again" },
  { value: "api_key.quota_reached", label: "API keys: out of calls" },
  { value: "api_key.rotated_secret_used", label: "API keys: old secret used" },
  { value: "api_key.dead_key_used", label: "API keys: called after its end" },
  { value: "api_key.exposed", label: "API keys: exposed" },
  { value: "hand_over.approved", label: "API keys: allowed to a program" },
  { value: "hand_over.refused", label: "API keys: refused to a program" },
  { value: "member.*", label: "Members: all" },
  { value: "member.invited", label: "Members: invited" },
  { value: "member.joined", label: "Members: joined" },
  { value: "member.updated", label: "Members: changed" },
  { value: "member.removed", label: "Members: removed" },
  { value: "organization.*", label: "Organization: all" },
  { value: "sandbox.reset", label: "Test data: refilled" },
];

export function readActivitySearch(search: Record<string, unknown>): ActivitySearch {
  const type = TYPE_OPTIONS.find((option) => option.value === search.type)?.value;
  const key = textParam(search.key, 64);
  const person = textParam(search.person, 64);
  const subject = textParam(search.subject, 64);
  const since = momentParam(search.since);
  return {
    ...(type && type !== "all" && { type }),
    ...(key && { key }),
    ...(person && { person }),
    ...(subject && { subject }),
    ...(since && { since }),
  };
}

/** A moment as the server takes it, or nothing. */
function momentParam(value: unknown): string | undefined {
  const text = textParam(value, 40);
  const ms = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
