import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronRight, KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { ThemeSwitch } from "../../components/theme-switch.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { sessionOptions } from "../../lib/trpc.ts";

export function SettingsScreen() {
  const { data: session } = useQuery(sessionOptions);
  return (
    <div className="max-w-2xl">
      <PageHeader title="Settings" purpose="Your account, how Stowage looks to you, and who may script it." />
      <SettingsSection title="Account">
        <Fact label="Name" value={session?.user?.name} />
        <Fact label="E-mail" value={session?.user?.email} />
        <Fact label="Organization" value={session?.organization?.name} />
        <Fact label="Role" value={session?.organization?.role} isCapitalized />
      </SettingsSection>
      <SettingsSection title="Appearance">
        <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-2">
          <div>
            <p className="text-ui">Theme</p>
            <p className="text-xs text-muted">Kept in this browser. System follows the device.</p>
          </div>
          <ThemeSwitch isIconOnly={false} />
        </div>
      </SettingsSection>
      <SettingsSection title="Scripting">
        <Link
          to="/settings/api-keys"
          className="flex min-h-12 items-center gap-3 px-4 py-2 transition-colors hover:bg-hover focus-visible:-outline-offset-2"
        >
          <KeyRound aria-hidden className="size-4 shrink-0 text-muted" />
          <span className="grow">
            <span className="block text-ui">API keys</span>
            <span className="block text-xs text-muted">
              What scripts and devices may do here, and how to end it.
            </span>
          </span>
          <ChevronRight aria-hidden className="size-4 text-faint" />
        </Link>
      </SettingsSection>
    </div>
  );
}

function SettingsSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-7">
      <h2 className="mb-2 text-ui font-semibold">{title}</h2>
      <div className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-raised">
        {children}
      </div>
    </section>
  );
}

interface FactProps {
  label: string;
  value: string | undefined;
  isCapitalized?: boolean;
}

function Fact({ label, value, isCapitalized = false }: FactProps) {
  return (
    <dl className="flex min-h-10 items-center justify-between gap-6 px-4 py-1.5">
      <dt className="shrink-0 text-ui text-muted">{label}</dt>
      <dd className={isCapitalized ? "min-w-0 text-ui first-letter:uppercase" : "min-w-0 truncate text-ui"}>
        {value ?? <Skeleton className="w-32" />}
      </dd>
    </dl>
  );
}
