import type { Trigger, TriggerActionInput } from "@stowage/contract/triggers";
import { checkTemplate } from "../../rules/templates.ts";

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
