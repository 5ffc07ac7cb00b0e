import { createFileRoute } from "@tanstack/react-router";
import { PreferencesScreen } from "../../../features/notifications/preferences-screen.tsx";

export const Route = createFileRoute("/_app/settings/notifications")({ component: PreferencesScreen });
