import { createFileRoute, redirect, useLocation } from "@tanstack/react-router";
import { invitationToken } from "../features/account/invitation-token.ts";
import { JoinScreen } from "../features/account/join-screen.tsx";
import { queryClient, sessionOptions } from "../lib/trpc.ts";

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** The token of the invitation that this entry of the history shows. It stays with the tab, over a reload too. */
    invitation?: string;
  }
}

export const Route = createFileRoute("/join")({
  beforeLoad: async ({ location }) => {
    // Out of the address bar at once, where it could be read, copied or kept as a bookmark.
    if (location.hash !== "") {
      const invitation = invitationToken(location.hash);
      throw redirect({ to: "/join", hash: "", replace: true, state: invitation ? { invitation } : {} });
    }
    await queryClient.ensureQueryData(sessionOptions);
  },
  component: JoinRoute,
});

function JoinRoute() {
  const invitation = useLocation({ select: ({ state }) => state.invitation });
  return <JoinScreen key={invitation} token={invitation ?? null} />;
}
