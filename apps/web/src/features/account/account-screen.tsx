import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ThemeSwitch } from "../../components/theme-switch.tsx";
import { Button } from "../../components/ui/button.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { trpc } from "../../lib/trpc.ts";
import { SettingsPage } from "../settings/settings-page.tsx";
import { SettingsRow, SettingsSection } from "../settings/settings-section.tsx";
import { AccountForm } from "./account-form.tsx";
import { DeleteAccountDialog } from "./delete-account-dialog.tsx";

export function AccountScreen() {
  const account = useQuery(trpc.account.get.queryOptions());
  const [isDeleting, setIsDeleting] = useState(false);
  if (account.isError && !account.data) {
    return (
      <SettingsPage title="Account" purpose="Who you are here.">
        <QueryProblem error={account.error} onRetry={() => void account.refetch()} />
      </SettingsPage>
    );
  }
  return (
    <SettingsPage title="Account" purpose="Who you are here, in every organization you belong to.">
      <SettingsSection title="Profile">
        {account.data ? <AccountForm account={account.data} /> : <AccountFormSkeleton />}
      </SettingsSection>
      <SettingsSection title="Appearance">
        <SettingsRow label="Theme" text="Kept in this browser. System follows the device.">
          <ThemeSwitch isIconOnly={false} />
        </SettingsRow>
      </SettingsSection>
      <SettingsSection title="Delete account" isDangerous>
        <SettingsRow
          label="You leave every organization, and the keys that act as you stop at once."
          text="There is no way back."
        >
          <Button className="text-danger-ink" onClick={() => setIsDeleting(true)}>
            Delete account
          </Button>
        </SettingsRow>
      </SettingsSection>
      {account.data ? (
        <DeleteAccountDialog
          isOpen={isDeleting}
          email={account.data.email}
          onClose={() => setIsDeleting(false)}
        />
      ) : null}
    </SettingsPage>
  );
}

function AccountFormSkeleton() {
  return (
    <div role="status" aria-label="Loading" className="flex h-66 flex-col gap-5 p-4">
      {["w-16", "w-20", "w-24"].map((width) => (
        <div key={width} className="flex flex-col gap-2">
          <Skeleton className={width} />
          <Skeleton className="h-8 w-full" />
        </div>
      ))}
    </div>
  );
}
