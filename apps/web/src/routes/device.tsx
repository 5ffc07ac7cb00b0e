import { createFileRoute, redirect } from "@tanstack/react-router";
import { DeviceScreen } from "../features/hand-overs/device-screen.tsx";
import { followSession } from "../lib/change-where.ts";
import { textParam } from "../lib/search-params.ts";
import { queryClient, sessionOptions } from "../lib/trpc.ts";

interface DeviceSearch {
  /** What a program's link fills in. It is looked at when the reader has said that it is theirs. */
  code?: string;
}

const CODE_LENGTH_MAX = 32;

export const Route = createFileRoute("/device")({
  validateSearch: (search): DeviceSearch => {
    const code = textParam(search.code, CODE_LENGTH_MAX);
    return code === undefined ? {} : { code };
  },
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionOptions);
    if (session.is_first_run) throw redirect({ to: "/welcome" });
    if (!session.user) throw redirect({ to: "/sign-in", search: { next: location.href } });
    followSession(session);
    if (!session.organization) throw redirect({ to: "/no-organization" });
  },
  component: DeviceRoute,
});

function DeviceRoute() {
  const { code } = Route.useSearch();
  return <DeviceScreen code={code ?? ""} />;
}
