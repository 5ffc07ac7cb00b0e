import type { Environment } from "@stowage/contract/environments";
import type { WebhookBody } from "@stowage/contract/triggers";
import type { Facts } from "./facts.ts";

/** What a webhook says; the same for all its attempts. Where an event came from is nobody's affair outside. */
export function webhookBody(said: {
  facts: Facts;
  trigger: { id: string; name: string };
  organization_id: string;
  environment: Environment;
  passed_over: number;
  test: boolean;
}): WebhookBody {
  const { facts, trigger, ...more } = said;
  const { ip: _ip, ...event } = facts.event;
  return {
    type: event.type,
    timestamp: event.created_at,
    data: { event, subject: facts.subject, trigger: { id: trigger.id, name: trigger.name }, ...more },
  };
}
