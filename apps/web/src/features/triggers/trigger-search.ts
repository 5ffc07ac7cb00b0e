import type { DeliveryStatus } from "@stowage/contract/deliveries";
import { choiceParam } from "../../lib/search-params.ts";

const STATUSES: readonly DeliveryStatus[] = ["pending", "succeeded", "failed", "cancelled"];

/** The state of a trigger's page, as the URL holds it. */
export interface TriggerSearch {
  /** Only deliveries that are so. */
  status?: DeliveryStatus | undefined;
}

export function readTriggerSearch(search: Record<string, unknown>): TriggerSearch {
  const status = choiceParam(search.status, STATUSES);
  return status ? { status } : {};
}
