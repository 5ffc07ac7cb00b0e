import { Link } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { SETTINGS_GROUPS } from "./settings-pages.ts";
import { SettingsSection } from "./settings-section.tsx";

/** Where the settings begin on a phone; with more room their list stands beside each of them. */
export function SettingsListScreen() {
  return (
    <div className="max-w-2xl">
      <PageHeader title="Settings" purpose="Your account, your organization, and who may script it." />
      {SETTINGS_GROUPS.map(({ label, places }) => (
        <SettingsSection key={label} title={label}>
          {places.map(({ to, label: place, text, icon: Icon }) => (
            <Link
              key={to}
              to={to}
              className="flex min-h-14 items-center gap-3 px-4 py-2 transition-colors hover:bg-hover focus-visible:-outline-offset-2"
            >
              <Icon aria-hidden className="size-4 shrink-0 text-muted" />
              <span className="min-w-0 grow">
                <span className="block text-ui">{place}</span>
                <span className="block text-xs text-muted">{text}</span>
              </span>
              <ChevronRight aria-hidden className="size-4 text-faint" />
            </Link>
          ))}
        </SettingsSection>
      ))}
    </div>
  );
}
