import type { Trigger } from "@stowage/contract/triggers";
import { Link } from "@tanstack/react-router";
import { Pause, Pencil, Play, Trash2 } from "lucide-react";
import { Button, buttonStyles } from "../../components/ui/button.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { ViewOnlyBadge } from "../../components/ui/view-only-badge.tsx";
import { useMay } from "../../lib/use-may.ts";
import { switchTrigger } from "./trigger-cache.ts";

/** What can be done with a trigger, in the head of its page. */
export function TriggerActions({ trigger, onDelete }: { trigger: Trigger; onDelete: () => void }) {
  const mayWrite = useMay("triggers:write");
  const { id, enabled } = trigger;
  if (!mayWrite) return <ViewOnlyBadge />;
  return (
    <>
      <IconButton
        icon={Trash2}
        label="Delete trigger"
        tone="danger"
        className="max-sm:grow-0!"
        onClick={onDelete}
      />
      <Button onClick={() => void switchTrigger(trigger, !enabled)}>
        {enabled ? <Pause aria-hidden /> : <Play aria-hidden />}
        {enabled ? "Turn off" : "Turn on"}
      </Button>
      <Link
        to="/triggers/$triggerId/edit"
        params={{ triggerId: id }}
        aria-keyshortcuts="e"
        className={buttonStyles({ variant: "primary" })}
      >
        <Pencil aria-hidden />
        Edit
      </Link>
    </>
  );
}
