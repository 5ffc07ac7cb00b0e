import type { Reach } from "../gate/caller.ts";
import { ProblemError } from "../problems.ts";

/**
 * K26: projects are in no place, and triggers hear of every place, so a key that is bound to places sees none of them, and
 * makes none.
 * @throws role_forbidden
 */
export function refuseBoundReach({ location_ids }: Reach, things: "projects" | "triggers"): void {
  if (location_ids === null) return;
  throw new ProblemError("role_forbidden", `A key that is bound to some places cannot make ${things}.`);
}
