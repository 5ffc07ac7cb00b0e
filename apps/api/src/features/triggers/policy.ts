import type { Trigger, TriggerActionInput } from "@stowage/contract/triggers";
import type { Reach } from "../../gate/caller.ts";
import { ProblemError } from "../../problems.ts";
import { checkTemplate } from "../../rules/templates.ts";

/**
 * K26: a trigger hears of every place, so a key that is bound to places sees none, and makes none.
 * @throws role_forbidden
 */
export function refuseBoundReach({ location_ids }: Reach): void {
  if (location_ids === null) return;
  throw new ProblemError("role_forbidden", "A key that is bound to some places cannot make triggers.");
}

/** A trigger as it is answered again: a secret is told once. */
export function withoutSecrets(trigger: Trigger): Trigger {
  return { ...trigger, actions: trigger.actions.map(withoutSecret) };
}

function withoutSecret(action: Trigger["actions"][number]): Trigger["actions"][number] {
  if (action.type !== "webhook") return action;
  const { secret: _told, ...shown } = action;
  return shown;
}

/** @throws validation_failed  a template cannot be read */
export function checkTemplates(action: TriggerActionInput, pointer: string): void {
  if (action.type !== "create_task") return;
  checkTemplate(action.title_template, `${pointer}/title_template`);
  checkTemplate(action.description_template, `${pointer}/description_template`);
}
