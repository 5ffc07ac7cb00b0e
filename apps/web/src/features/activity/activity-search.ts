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
  | "organization.*";

/** The filters of the screen, as the URL holds them. */
export interface ActivitySearch {
  type?: ActivityType;
  /** Only what this API key did. */
  key?: string;
  /** Only what this user did, by hand or through the keys they made. */
  person?: string;
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
  { value: "item.deleted", label: "Items: deleted" },
  { value: "bin.*", label: "Bins: all" },
  { value: "bin.created", label: "Bins: added" },
  { value: "bin.updated", label: "Bins: changed" },
  { value: "bin.moved", label: "Bins: moved" },
  { value: "bin.deleted", label: "Bins: deleted" },
  { value: "location.*", label: "Locations: all" },
  { value: "location.created", label: "Locations: added" },
  { value: "location.updated", label: "Locations: changed" },
  { value: "location.moved", label: "Locations: moved" },
  { value: "location.deleted", label: "Locations: deleted" },
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
  return { ...(type && type !== "all" && { type }), ...(key && { key }), ...(person && { person }) };
}
