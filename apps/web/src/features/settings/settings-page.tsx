import { Link } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { cx } from "../../lib/class-names.ts";
import { SETTINGS_GROUPS } from "./settings-pages.ts";

interface SettingsPageProps {
  title: string;
  purpose: string;
  action?: ReactNode;
  /** Takes all the room there is, as a table needs; forms stay at a width that reads well. */
  isWide?: boolean;
  children: ReactNode;
}

/** One page of the settings: beside the list of them where there is room, else with the way back to it. */
export function SettingsPage({ title, purpose, action, isWide = false, children }: SettingsPageProps) {
  return (
    <div className="lg:grid lg:grid-cols-[10rem_minmax(0,1fr)] lg:gap-8">
      <SettingsNav />
      <div className={cx("min-w-0", !isWide && "max-w-2xl")}>
        <Link
          to="/settings"
          className="mb-2 -ml-1 inline-flex items-center gap-1 rounded-sm text-ui text-muted hover:text-ink lg:hidden coarse:h-10"
        >
          <ChevronLeft aria-hidden className="size-4" />
          Settings
        </Link>
        <PageHeader title={title} purpose={purpose} action={action} />
        {children}
      </div>
    </div>
  );
}

function SettingsNav() {
  return (
    <nav aria-label="Settings" className="sticky top-7 flex h-fit flex-col gap-4 max-lg:hidden">
      {SETTINGS_GROUPS.map(({ label, places }) => (
        <div key={label}>
          <p className="mb-1 px-2 text-xs text-faint">{label}</p>
          <ul className="flex flex-col gap-0.5">
            {places.map(({ to, label: place, icon: Icon }) => (
              <li key={to}>
                <Link
                  to={to}
                  activeOptions={{ includeSearch: false }}
                  // The next page brings a list of its own: with the old one the focus would be lost.
                  onClick={(event) => event.currentTarget.closest("main")?.focus({ preventScroll: true })}
                  className="flex h-8 items-center gap-2.5 rounded-md px-2 text-ui text-muted transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-pressed aria-[current=page]:font-medium aria-[current=page]:text-ink"
                >
                  <Icon aria-hidden className="size-4 shrink-0" />
                  {place}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
