import { SettingsPage } from "../settings/settings-page.tsx";
import { PasswordSection } from "./password-section.tsx";
import { SessionsSection } from "./sessions-section.tsx";
import { TwoFactorSection } from "./two-factor-section.tsx";

export function SecurityScreen() {
  return (
    <SettingsPage title="Security" purpose="How you prove that it is you, and where you are signed in.">
      <PasswordSection />
      <TwoFactorSection />
      <SessionsSection />
    </SettingsPage>
  );
}
