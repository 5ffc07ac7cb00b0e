import "./styles/app.css";
import { CSPProvider } from "@base-ui/react/csp-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { followSystemTheme } from "./lib/theme.ts";
import { queryClient } from "./lib/trpc.ts";
import { router } from "./router.ts";

const TOOLTIP_DELAY_MS = 500;

// Not needed for the first paint, so not waited for.
const Toaster = lazy(async () => ({ default: (await import("./components/ui/toaster.tsx")).Toaster }));

followSystemTheme();

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <Tooltip.Provider delay={TOOLTIP_DELAY_MS}>
          <RouterProvider router={router} />
          <Suspense>
            <Toaster />
          </Suspense>
        </Tooltip.Provider>
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
);
