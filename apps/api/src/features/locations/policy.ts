import { LOCATION_DEPTH_MAX } from "@stowage/contract/limits";
import type { Location } from "@stowage/contract/locations";
import { conflict, limitReached } from "../../problems.ts";

/** @throws limit_reached  the tree would have more than 7 levels */
export function checkDepth(parent: Location | null, height: number): void {
  if ((parent?.depth ?? 0) + height > LOCATION_DEPTH_MAX)
    throw limitReached(`Places nest at most ${LOCATION_DEPTH_MAX} levels deep.`);
}

/** @throws conflict  the new parent is the place itself or lies in it */
export function checkNoCycle(location: Location, parent: Location | null): void {
  if (parent?.path.includes(location.id))
    throw conflict(`${location.name} cannot be put into itself or into a place within it.`);
}

export function siblingNameTaken(name: string): Error {
  return conflict(`There is already a place named ${name} at this level.`);
}
