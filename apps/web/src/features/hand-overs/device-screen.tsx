import type { HandOver } from "@stowage/contract/hand-overs";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { buttonStyles } from "../../components/ui/button.tsx";
import { AccountCard } from "../account/account-card.tsx";
import { HandOverDecision } from "./hand-over-decision.tsx";
import { UserCodeForm } from "./user-code-form.tsx";

/** K16: where a program sends its person to: the code, who asks, yes or no. */
export function DeviceScreen({ code }: { code: string }) {
  const [found, setFound] = useState<{ code: string; handOver: HandOver } | null>(null);
  const [decision, setDecision] = useState<"approved" | "refused" | null>(null);
  if (found === null)
    return (
      <AccountCard
        title="Enter the code"
        text="A program that wants a key shows a code. Enter it here, and see what it asks for before anything is given."
      >
        <UserCodeForm code={code} onFound={(typed, handOver) => setFound({ code: typed, handOver })} />
      </AccountCard>
    );
  if (decision === null)
    return <HandOverDecision code={found.code} handOver={found.handOver} onDecided={setDecision} />;
  return <Decided decision={decision} client_name={found.handOver.client_name} />;
}

function Decided({ decision, client_name }: { decision: "approved" | "refused"; client_name: string }) {
  const isApproved = decision === "approved";
  return (
    <AccountCard
      isNext
      title={isApproved ? "Approved" : "Refused"}
      text={
        isApproved
          ? `Go back to your terminal or device: “${client_name}” fetches its key within a few seconds. You can close this page.`
          : `“${client_name}” gets no key, and its code is used up. If you did not start it, somebody tried to have your access: tell an admin.`
      }
    >
      <Link to="/settings/api-keys" className={buttonStyles()}>
        See your API keys
      </Link>
    </AccountCard>
  );
}
