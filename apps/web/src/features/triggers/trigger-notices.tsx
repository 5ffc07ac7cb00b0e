import { TRIGGER_FAILURES_MAX } from "@stowage/contract/limits";
import type { Trigger } from "@stowage/contract/triggers";
import { CircleAlert, CirclePause } from "lucide-react";
import { Button } from "../../components/ui/button.tsx";
import { cx } from "../../lib/class-names.ts";
import { formatCount } from "../../lib/format.ts";
import { useMay } from "../../lib/use-may.ts";
import { switchTrigger } from "./trigger-cache.ts";

/** Why a trigger does nothing, or soon will not; nothing where all is well. */
export function TriggerNotices({ trigger }: { trigger: Trigger }) {
  const mayWrite = useMay("triggers:write");
  const said = noticeOf(trigger);
  if (!said) return null;
  const Icon = said.tone === "off" ? CirclePause : CircleAlert;
  return (
    <div
      role="status"
      className={cx(
        "mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md px-3 py-2 text-ui",
        said.tone === "danger" && "bg-danger-soft text-danger-ink",
        said.tone === "warn" && "bg-warn-soft text-warn-ink",
        said.tone === "off" && "bg-sunken text-muted",
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 grow basis-60">{said.text}</p>
      {trigger.enabled || !mayWrite ? null : (
        <Button size="sm" onClick={() => void switchTrigger(trigger, true)}>
          Turn it on again
        </Button>
      )}
    </div>
  );
}

function noticeOf({ enabled, disabled_reason, failures_in_a_row }: Trigger) {
  if (!enabled)
    return disabled_reason === "failures"
      ? {
          tone: "danger",
          text: `It was turned off after ${TRIGGER_FAILURES_MAX} failures in a row. See below what they said, mend it, and turn it on again.`,
        }
      : { tone: "off", text: "It is turned off: what happens meanwhile is not caught up on." };
  if (failures_in_a_row === 0) return null;
  return {
    tone: "warn",
    text: `${formatCount(failures_in_a_row, "delivery", "deliveries")} in a row failed. After ${TRIGGER_FAILURES_MAX} it turns itself off.`,
  };
}
