import type {
  NotificationPreferences,
  UpdateNotificationPreferences,
} from "@stowage/contract/notification-preferences";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Field } from "../../components/ui/field.tsx";
import { Select } from "../../components/ui/select.tsx";
import { Switch } from "../../components/ui/switch.tsx";
import { trpc } from "../../lib/trpc.ts";
import { SettingsSection } from "../settings/settings-section.tsx";

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

interface DigestSectionProps {
  preferences: NotificationPreferences;
  onChange: (change: UpdateNotificationPreferences) => void;
}

/** The mail that comes once a day. */
export function DigestSection({ preferences, onChange }: DigestSectionProps) {
  const { digest, digest_hour, mail_available } = preferences;
  const { data: account } = useQuery(trpc.account.get.queryOptions());
  const isDaily = digest === "daily";
  return (
    <SettingsSection title="Daily digest">
      <div className="px-4 py-3">
        <Switch
          label="One mail a day with what needs attention"
          hint="What is low, what expires within a week, your open tasks, and how much is unread. None on a day without."
          isOn={isDaily}
          isDisabled={!mail_available}
          onToggle={(isOn) => onChange({ digest: isOn ? "daily" : "off" })}
        />
      </div>
      {isDaily && mail_available ? (
        <div className="px-4 py-3">
          <Field
            label="At"
            hint={
              <>
                In your time zone{account ? `, ${account.timezone}` : ""}. It is set in your{" "}
                <Link to="/settings/account" className="text-accent-ink hover:underline">
                  account
                </Link>
                .
              </>
            }
          >
            <Select
              className="w-32"
              value={String(digest_hour)}
              onValueChange={(hour) => onChange({ digest_hour: Number(hour) })}
              options={HOURS}
            />
          </Field>
        </div>
      ) : null}
    </SettingsSection>
  );
}
