import { createFileRoute, redirect } from "@tanstack/react-router";
import { NoOrganizationScreen } from "../features/organization/no-organization-screen.tsx";
import { queryClient, sessionOptions } from "../lib/trpc.ts";

export const Route = createFileRoute("/no-organization")({
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(sessionOptions);
    if (!session.user) throw redirect({ to: "/sign-in" });
    if (session.organization) throw redirect({ to: "/" });
  },
  component: NoOrganizationScreen,
});
