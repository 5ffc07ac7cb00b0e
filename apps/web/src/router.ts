import { createRouter } from "@tanstack/react-router";
import { ErrorScreen } from "./features/frame/error-screen.tsx";
import { NotFoundScreen } from "./features/frame/not-found-screen.tsx";
import { PendingScreen } from "./features/frame/pending-screen.tsx";
import { queryClient, signedOutHandler, trpc } from "./lib/trpc.ts";
import { routeTree } from "./routeTree.gen.ts";

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  // TanStack Query knows what is fresh; the router keeps no data of its own.
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: PendingScreen,
  defaultPendingMinMs: 0,
  scrollRestoration: true,
  defaultErrorComponent: ErrorScreen,
  defaultNotFoundComponent: NotFoundScreen,
});

signedOutHandler.run = () => {
  const { pathname, href } = router.state.location;
  if (pathname === "/sign-in" || pathname === "/welcome") return;
  queryClient.removeQueries({ queryKey: trpc.auth.session.queryKey() });
  void router.navigate({ to: "/sign-in", search: { next: href, ended: true } });
};

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
