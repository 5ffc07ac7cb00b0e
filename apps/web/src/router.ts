import { createRouter } from "@tanstack/react-router";
import { ErrorScreen } from "./features/frame/error-screen.tsx";
import { NotFoundScreen } from "./features/frame/not-found-screen.tsx";
import { PendingScreen } from "./features/frame/pending-screen.tsx";
import { checkPlace } from "./lib/change-where.ts";
import { placeLostHandler, queryClient, signedOutHandler, trpc } from "./lib/trpc.ts";
import { routeTree } from "./routeTree.gen.ts";

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  // TanStack Query knows what is fresh; the router keeps no data of its own.
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: PendingScreen,
  defaultPendingMinMs: 0,
  scrollRestoration: true,
  // What a screen's reader of the address did not let through is not there.
  search: { strict: true },
  defaultErrorComponent: ErrorScreen,
  defaultNotFoundComponent: NotFoundScreen,
});

signedOutHandler.run = () => {
  const { pathname, href } = router.state.location;
  if (["/sign-in", "/welcome", "/join"].includes(pathname)) return;
  queryClient.removeQueries({ queryKey: trpc.auth.session.queryKey() });
  void router.navigate({ to: "/sign-in", search: { next: href, ended: true } });
};

placeLostHandler.run = () => void checkPlace();

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
