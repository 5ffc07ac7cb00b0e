import { createFileRoute, redirect } from "@tanstack/react-router";
import { WelcomeScreen } from "../features/account/welcome-screen.tsx";
import { queryClient, sessionOptions } from "../lib/trpc.ts";

export const Route = createFileRoute("/welcome")({
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(sessionOptions);
    if (session.user) throw redirect({ to: "/" });
    if (!session.can_sign_up) throw redirect({ to: "/sign-in" });
  },
  component: WelcomeRoute,
});

function WelcomeRoute() {
  return <WelcomeScreen />;
}
