import { TRIGGER_FAILURES_MAX } from "@stowage/contract/limits";
import type { Trigger } from "@stowage/contract/triggers";
import { Badge } from "../../components/ui/badge.tsx";
import { formatCount } from "../../lib/format.ts";

/** What is wrong with a trigger, in a word or two; nothing where all is well. */
export function TriggerState({ trigger }: { trigger: Trigger }) {
  const { enabled, disabled_reason, failures_in_a_row } = trigger;
  if (!enabled)
    return disabled_reason === "failures" ? (
      <Badge tone="danger">Turned off after {TRIGGER_FAILURES_MAX} failures</Badge>
    ) : (
      <Badge>Off</Badge>
    );
  if (failures_in_a_row === 0) return null;
  return <Badge tone="warn">{formatCount(failures_in_a_row, "failure")} in a row</Badge>;
}
