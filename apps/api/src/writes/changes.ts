import { isDeepStrictEqual } from "node:util";
import type { Changes } from "@stowage/contract/events";

/** What a patch really changes: the new values, and old beside new for the event. Unsent fields (undefined) stay. */
export function changesOf<Row extends object, Patch extends Partial<Row>>(
  before: Row,
  patch: Patch,
): { values: Patch; changes: Changes; isEmpty: boolean } {
  const changes: Changes = {};
  for (const field of Object.keys(patch) as (keyof Patch & keyof Row & string)[]) {
    const value = patch[field];
    if (value === undefined || isDeepStrictEqual(value, before[field])) continue;
    changes[field] = { old: before[field], new: value };
  }
  const values = Object.fromEntries(Object.entries(patch).filter(([field]) => field in changes));
  return { values: values as Patch, changes, isEmpty: Object.keys(changes).length === 0 };
}
