import { QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from "@tanstack/react-router";
import { render } from "@testing-library/react";
import type { ReactElement } from "react";
import { queryClient } from "../lib/trpc.ts";

/**
 * Renders what has links and asks the server: with the app's own cache, and a router without any screens.
 * @returns `address`: where the reader has got to, from `path`
 */
export function renderInApp(element: ReactElement, path = "/"): { address: () => string } {
  const history = createMemoryHistory({ initialEntries: [path] });
  const router = createRouter({ routeTree: createRootRoute(), history });
  render(
    // The real router's type is registered for the whole app; links only need one to ask for addresses.
    <RouterContextProvider router={router as never}>
      <QueryClientProvider client={queryClient}>{element}</QueryClientProvider>
    </RouterContextProvider>,
  );
  return { address: () => history.location.href };
}
