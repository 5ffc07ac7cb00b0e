import type { Location } from "@stowage/contract/locations";

/** A place of this name, in `parent` if there is one; its id is its name. */
export function buildLocation(name: string, parent?: Location, changes: Partial<Location> = {}): Location {
  return {
    id: name,
    name,
    parent_id: parent?.id ?? null,
    kind: "room",
    description: "",
    path: [...(parent?.path ?? []), name],
    depth: (parent?.depth ?? 0) + 1,
    version: 1,
    created_at: "2026-01-02T03:04:05Z",
    updated_at: "2026-01-02T03:04:05Z",
    ...changes,
  };
}
