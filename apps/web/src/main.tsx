import "./styles/app.css";
import "./lib/first-request.ts";
import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { firstScreenStands, lazyLater } from "./lib/first-screen.ts";
import { followSystemTheme } from "./lib/theme.ts";
import { holdToasts } from "./lib/toasts.ts";
import { queryClient } from "./lib/trpc.ts";
import { router } from "./router.ts";

const Toaster = lazyLater(async () => (await import("./components/ui/toaster.tsx")).Toaster);
const TooltipLayer = lazyLater(async () => (await import("./components/ui/tooltip-layer.tsx")).TooltipLayer);

followSystemTheme();
holdToasts();
noticeFirstScreen();

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Suspense>
          <Toaster />
          <TooltipLayer />
        </Suspense>
      </QueryClientProvider>
    </CSPProvider>
  </StrictMode>,
);

/** The first screen stands once it is drawn and nothing that it asked for is under way. */
function noticeFirstScreen(): void {
  const forget = router.subscribe("onRendered", () => {
    forget();
    const look = () => {
      if (queryClient.isFetching() > 0) return;
      stop();
      firstScreenStands();
    };
    const stop = queryClient.getQueryCache().subscribe(look);
    look();
  });
}
