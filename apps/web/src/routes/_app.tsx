import { createFileRoute, redirect } from "@tanstack/react-router";
import { AppFrame } from "../features/frame/app-frame.tsx";
import { followSession } from "../lib/change-where.ts";
import { liveStartOptions, meOptions, queryClient, sessionOptions } from "../lib/trpc.ts";

export const Route = createFileRoute("/_app")({
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionOptions);
    if (session.is_first_run) throw redirect({ to: "/welcome" });
    if (!session.user) {
      throw redirect({ to: "/sign-in", search: location.href === "/" ? {} : { next: location.href } });
    }
    followSession(session);
    if (!session.organization) throw redirect({ to: "/no-organization" });
    // Not waited for: it arrives while the screen loads.
    void queryClient.prefetchQuery(meOptions);
    void queryClient.prefetchQuery(liveStartOptions);
  },
  component: AppFrame,
});
