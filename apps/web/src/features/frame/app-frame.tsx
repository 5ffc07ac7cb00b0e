import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { sessionOptions } from "../../lib/trpc.ts";
import { ConnectionBanner } from "./connection-banner.tsx";
import { FrameOverlaysContext } from "./frame-overlays.ts";
import { Rail } from "./rail.tsx";
import { TabBar } from "./tab-bar.tsx";
import { useFrameActions } from "./use-frame-actions.ts";
import { useSignOut } from "./use-sign-out.ts";

const CommandPalette = lazy(async () => ({
  default: (await import("./command-palette.tsx")).CommandPalette,
}));
const ShortcutSheet = lazy(async () => ({ default: (await import("./shortcut-sheet.tsx")).ShortcutSheet }));

/** What surrounds every screen of someone signed in. */
export function AppFrame() {
  const { data: session } = useQuery(sessionOptions);
  const [overlay, setOverlay] = useState<"palette" | "shortcuts" | null>(null);
  // Once asked for they stay mounted, so that they can close gently and give the focus back.
  const [isOverlayLoaded, setIsOverlayLoaded] = useState(false);
  const open = (next: "palette" | "shortcuts") => {
    setIsOverlayLoaded(true);
    setOverlay(next);
  };
  useFrameActions({
    togglePalette: () => (overlay === "palette" ? setOverlay(null) : open("palette")),
    openShortcuts: () => open("shortcuts"),
    signOut: useSignOut(),
  });
  const main = useFocusOnNewScreen();

  return (
    <FrameOverlaysContext
      value={{ openPalette: () => open("palette"), openShortcuts: () => open("shortcuts") }}
    >
      <a
        href="#main"
        className="fixed top-2 left-2 z-60 -translate-y-16 rounded-md bg-accent px-3 py-2 text-ui font-medium text-on-accent focus-visible:translate-y-0"
      >
        Skip to the content
      </a>
      <ConnectionBanner />
      <div className="flex min-h-dvh">
        <Rail organizationName={session?.organization?.name ?? "Stowage"} />
        <main
          ref={main}
          id="main"
          tabIndex={-1}
          className="min-w-0 grow px-4 pt-5 pb-[calc(6rem+env(safe-area-inset-bottom))] outline-none md:px-8 md:pt-7 md:pb-16"
        >
          <div className="mx-auto w-full max-w-6xl">
            <Outlet />
          </div>
        </main>
      </div>
      <TabBar />
      {isOverlayLoaded ? (
        <Suspense>
          <CommandPalette isOpen={overlay === "palette"} onClose={() => setOverlay(null)} />
          <ShortcutSheet isOpen={overlay === "shortcuts"} onClose={() => setOverlay(null)} />
        </Suspense>
      ) : null}
    </FrameOverlaysContext>
  );
}

/** Moves the focus into a screen that was just gone to, so that a screen reader starts there and Tab goes on there. */
function useFocusOnNewScreen() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const isFocusPlaced = main.current?.contains(document.activeElement) ?? false;
    if (!isFocusPlaced) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
