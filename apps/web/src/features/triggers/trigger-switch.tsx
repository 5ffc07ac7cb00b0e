import type { Trigger } from "@stowage/contract/triggers";
import { Switch } from "../../components/ui/switch.tsx";
import { useMay } from "../../lib/use-may.ts";
import { switchTrigger } from "./trigger-cache.ts";

/** Turns a trigger on and off; whoever may not sees which it is. */
export function TriggerSwitch({ trigger }: { trigger: Trigger }) {
  const mayWrite = useMay("triggers:write");
  return (
    <Switch
      label={<span className="sr-only">{trigger.name} is on</span>}
      isOn={trigger.enabled}
      isDisabled={!mayWrite}
      onToggle={(isOn) => void switchTrigger(trigger, isOn)}
    />
  );
}
