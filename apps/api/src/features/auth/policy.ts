import type { Config } from "../../config.ts";

/** By default only the first user may sign up; others come by invitation. */
export function canSignUp(registration: Config["registration"], isFirstRun: boolean): boolean {
  return registration === "open" || (registration === "first" && isFirstRun);
}
