import type { Location } from "@stowage/contract/locations";
import { checkDepth, checkNoCycle, siblingNameTaken } from "../../features/locations/policy.ts";
import type { Writing } from "../writing.ts";

/** Puts a place's next state into the place of the one before. */
export function nextLocation(writing: Writing, before: Location, patch: Partial<Location>): Location {
  const after = { ...before, ...patch, version: before.version + 1, updated_at: writing.at };
  writing.locations.put(after);
  return after;
}

/** @throws conflict  another place with that name is in the same place, seen by the caller or not */
export async function checkSiblingName(
  writing: Writing,
  { id, parent_id, name }: Pick<Location, "id" | "parent_id" | "name">,
): Promise<void> {
  const tree = await writing.tree();
  if (tree.some((one) => one.id !== id && one.parent_id === parent_id && one.name === name))
    throw siblingNameTaken(name);
}

/** The places directly in a place. */
export async function childrenOf(writing: Writing, id: string): Promise<Location[]> {
  return (await writing.tree()).filter(({ parent_id }) => parent_id === id);
}

/**
 * Puts a place and all below it under another one; null makes it a library. The place's own version is the caller's.
 * @throws conflict  that lies within it, or the tree would be too deep
 */
export async function moveSubtree(writing: Writing, root: Location, parent: Location | null): Promise<void> {
  const tree = await writing.tree();
  const below = tree.filter(({ path }) => path.includes(root.id));
  checkNoCycle(root, parent);
  checkDepth(parent, Math.max(...below.map(({ depth }) => depth)) - root.depth + 1);
  const above = parent?.path ?? [];
  for (const location of below) {
    const path = [...above, ...location.path.slice(root.depth - 1)];
    const moved = { path, depth: path.length };
    if (location.id === root.id) writing.locations.put({ ...location, ...moved });
    else nextLocation(writing, location, moved);
  }
}
