import type { EventType } from "@stowage/contract/events";
import type { SelectOption } from "../../components/ui/select.tsx";
import { textParam } from "../../lib/search-params.ts";

export type ActivityType = EventType | "item.*" | "bin.*" | "location.*" | "api_key.*";

/** The filters of the screen, as the URL holds them. */
export interface ActivitySearch {
  type?: ActivityType;
  /** Only what this API key did. */
  key?: string;
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
  { value: "api_key.revoked", label: "API keys: revoked" },
];

export function readActivitySearch(search: Record<string, unknown>): ActivitySearch {
  const type = TYPE_OPTIONS.find((option) => option.value === search.type)?.value;
  const key = textParam(search.key, 64);
  return { ...(type && type !== "all" && { type }), ...(key && { key }) };
}
