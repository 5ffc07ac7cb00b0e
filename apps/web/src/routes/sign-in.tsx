import { createFileRoute, redirect } from "@tanstack/react-router";
import { localPath } from "../features/account/local-path.ts";
import { SignInScreen } from "../features/account/sign-in-screen.tsx";
import { flagParam } from "../lib/search-params.ts";
import { queryClient, sessionOptions } from "../lib/trpc.ts";

interface SignInSearch {
  /** Where to go afterwards; a path of this app. */
  next?: string;
  /** The session ended while the reader was here. */
  ended?: true;
}

export const Route = createFileRoute("/sign-in")({
  validateSearch: (search): SignInSearch => {
    const next = localPath(search.next);
    const ended = flagParam(search.ended);
    return { ...(next && { next }), ...(ended && { ended }) };
  },
  beforeLoad: async ({ search }) => {
    const session = await queryClient.ensureQueryData(sessionOptions);
    if (session.is_first_run) throw redirect({ to: "/welcome" });
    if (session.user) throw redirect({ href: search.next ?? "/" });
  },
  component: SignInRoute,
});

function SignInRoute() {
  const { next, ended } = Route.useSearch();
  return <SignInScreen next={next ?? "/"} hasSessionEnded={ended ?? false} />;
}
