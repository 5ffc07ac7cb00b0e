import { createFileRoute, redirect } from "@tanstack/react-router";
import { SettingsListScreen } from "../../../features/settings/settings-list-screen.tsx";

/** From here on the list stands beside every page of the settings (Tailwind's `lg`). */
const HAS_ROOM = "(width >= 64rem)";

export const Route = createFileRoute("/_app/settings/")({
  beforeLoad: () => {
    if (matchMedia(HAS_ROOM).matches) throw redirect({ to: "/settings/account", replace: true });
  },
  component: SettingsListScreen,
});
