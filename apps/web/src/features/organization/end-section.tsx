import type { OrganizationSummary } from "@stowage/contract/accounts";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { SettingsRow, SettingsSection } from "../settings/settings-section.tsx";
import { DeleteOrganizationDialog } from "./delete-organization-dialog.tsx";
import { LeaveOrganizationDialog } from "./leave-organization-dialog.tsx";

/** The ways out: for oneself, and, for an owner, for everybody. */
export function EndSection({ summary }: { summary: OrganizationSummary }) {
  const [asked, setAsked] = useState<"leave" | "delete" | null>(null);
  const isOwner = summary.role === "owner";
  return (
    <SettingsSection title="Leave or delete" isDangerous>
      <SettingsRow
        label={`Leave ${summary.name}`}
        text={
          isOwner
            ? "The keys that act as you stop. The last owner cannot leave: make somebody else an owner first."
            : "The keys that act as you stop. Coming back takes an invitation."
        }
      >
        <Button className="text-danger-ink" onClick={() => setAsked("leave")}>
          Leave
        </Button>
      </SettingsRow>
      <SettingsRow
        label={`Delete ${summary.name}`}
        text={
          isOwner
            ? "With everything in it, for everybody. There is no way back."
            : "Only an owner may do this."
        }
      >
        {isOwner ? (
          <Button className="text-danger-ink" onClick={() => setAsked("delete")}>
            Delete organization
          </Button>
        ) : null}
      </SettingsRow>
      <LeaveOrganizationDialog isOpen={asked === "leave"} summary={summary} onClose={() => setAsked(null)} />
      <DeleteOrganizationDialog
        isOpen={asked === "delete"}
        summary={summary}
        onClose={() => setAsked(null)}
      />
    </SettingsSection>
  );
}
