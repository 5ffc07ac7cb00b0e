import {
  NOTIFICATION_KINDS,
  type NotificationKind,
  type NotificationPreferences,
  type UpdateNotificationPreferences,
} from "@stowage/contract/notification-preferences";
import type { ReactNode } from "react";
import { Switch } from "../../components/ui/switch.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";

const KINDS = Object.keys(NOTIFICATION_KINDS) as NotificationKind[]; // keys of a const object

interface KindSwitchesProps {
  preferences: NotificationPreferences;
  onChange: (change: UpdateNotificationPreferences) => void;
}

/** For each kind of news whether it rings the bell, and whether it is mailed. */
export function KindSwitches({ preferences, onChange }: KindSwitchesProps) {
  const { kinds, mail_available } = preferences;
  return (
    <SettingsSection
      title="What you are told of"
      text="Mail is sent at once, of live data alone. Many of a kind within a few minutes come as one."
    >
      <table aria-label="What you are told of" className="w-full border-collapse text-ui">
        <thead className="border-b border-line bg-sunken text-xs text-muted">
          <tr>
            <HeadCell className="w-full pl-4 text-left">News</HeadCell>
            <HeadCell>Bell</HeadCell>
            <HeadCell className="pr-4">Mail</HeadCell>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {KINDS.map((kind) => {
            const { label, description } = NOTIFICATION_KINDS[kind];
            const { app, mail } = kinds[kind];
            return (
              <tr key={kind}>
                <th scope="row" className="py-2.5 pr-2 pl-4 text-left font-normal">
                  <div>{label}</div>
                  <div className="text-xs text-muted">{description}</div>
                </th>
                <SwitchCell>
                  <Switch
                    label={`${label} under the bell`}
                    isLabelHidden
                    isOn={app}
                    onToggle={(isOn) => onChange({ kinds: { [kind]: { app: isOn } } })}
                  />
                </SwitchCell>
                <SwitchCell className="pr-4">
                  <Switch
                    label={`${label} by mail`}
                    isLabelHidden
                    isOn={mail}
                    isDisabled={!mail_available}
                    onToggle={(isOn) => onChange({ kinds: { [kind]: { mail: isOn } } })}
                  />
                </SwitchCell>
              </tr>
            );
          })}
        </tbody>
      </table>
    </SettingsSection>
  );
}

function HeadCell({ className = "", children }: { className?: string; children: ReactNode }) {
  return (
    <th scope="col" className={`h-8 px-3 font-medium ${className}`}>
      {children}
    </th>
  );
}

function SwitchCell({ className = "", children }: { className?: string; children: ReactNode }) {
  return (
    <td className={`px-3 py-2.5 align-middle ${className}`}>
      <div className="flex justify-center">{children}</div>
    </td>
  );
}
