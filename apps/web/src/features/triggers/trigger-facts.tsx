import type { Trigger } from "@stowage/contract/triggers";
import { PersonName } from "../../components/events/person-name.tsx";
import { FactList } from "../../components/ui/fact-list.tsx";
import { Time } from "../../components/ui/time.tsx";
import { formatCount } from "../../lib/format.ts";
import { throttleWords } from "./trigger-sentence.ts";

export function TriggerFacts({ trigger }: { trigger: Trigger }) {
  const { enabled, fired_count, last_fired_at, throttle_seconds, created_by, created_at, updated_at } =
    trigger;
  return (
    <FactList
      label="Facts"
      facts={[
        ["State", enabled ? "On" : "Off"],
        ["Fires", throttleWords(throttle_seconds)],
        ["Fired", fired_count === 0 ? "Never" : formatCount(fired_count, "time")],
        ["Last fired", last_fired_at === null ? null : <Time key="last" at={last_fired_at} />],
        ["Added by", created_by === null ? null : <PersonName key="by" id={created_by} />],
        ["Added", <Time key="added" at={created_at} />],
        ["Changed", updated_at === created_at ? null : <Time key="changed" at={updated_at} />],
      ]}
    />
  );
}
