import { isCommonPassword } from "@stowage/auth/passwords";
import type { Config } from "../../config.ts";
import { invalidField } from "../../problems.ts";

/** By default only the first user may sign up; others come by invitation, unless that is closed, too. */
export function canSignUp(
  registration: Config["registration"],
  { isFirstRun, isInvited = false }: { isFirstRun: boolean; isInvited?: boolean },
): boolean {
  return registration === "open" || (registration === "first" && (isFirstRun || isInvited));
}

/**
 * K61: a password that an attacker would try first is none.
 * @throws validation_failed
 */
export function checkNewPassword(pointer: `/${string}`, password: string, email: string): void {
  if (isCommonPassword(password, { email }))
    throw invalidField(pointer, "common_password", "This password is too easily guessed. Choose another.");
}
