import type { NotificationPreferences } from "@stowage/contract/notification-preferences";
import { useQuery } from "@tanstack/react-query";
import { MailX } from "lucide-react";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { sessionOptions, trpc } from "../../lib/trpc.ts";
import { SettingsPage } from "../settings/settings-page.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { DigestSection } from "./digest-section.tsx";
import { KindSwitches } from "./kind-switches.tsx";
import { useChangePreferences } from "./use-change-preferences.ts";

/** How the reader is told of things in the organization that they are in. */
export function PreferencesScreen() {
  const { data: session } = useQuery(sessionOptions);
  const preferences = useQuery(trpc.notifications.preferences.queryOptions());
  const name = session?.organization?.name ?? "this organization";
  return (
    <SettingsPage
      title="Notifications"
      purpose={`What you are told of in ${name}, and how. It is your choice alone.`}
    >
      {preferences.isError && !preferences.data ? (
        <QueryProblem error={preferences.error} onRetry={() => void preferences.refetch()} />
      ) : preferences.data ? (
        <Preferences preferences={preferences.data} />
      ) : (
        <PreferencesSkeleton />
      )}
    </SettingsPage>
  );
}

function Preferences({ preferences }: { preferences: NotificationPreferences }) {
  const change = useChangePreferences();
  return (
    <>
      {preferences.mail_available ? null : (
        <p className="mb-6 flex gap-2.5 rounded-md bg-sunken px-3 py-2 text-ui text-muted">
          <MailX aria-hidden className="mt-0.5 size-4 shrink-0" />
          This server sends no mail, so you are told under the bell alone. Whoever runs it sets up mail with
          SMTP_URL.
        </p>
      )}
      <KindSwitches preferences={preferences} onChange={change} />
      <DigestSection preferences={preferences} onChange={change} />
    </>
  );
}

function PreferencesSkeleton() {
  return (
    <SettingsSection title="What you are told of">
      <div role="status" aria-label="Loading" className="divide-y divide-line">
        {["low stock", "expiry", "tasks", "triggers", "keys"].map((kind) => (
          <div key={kind} className="flex h-14 items-center justify-between gap-6 px-4">
            <Skeleton className="w-40" />
            <Skeleton className="w-24" />
          </div>
        ))}
      </div>
    </SettingsSection>
  );
}
