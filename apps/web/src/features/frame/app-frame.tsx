import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { lazyPart } from "../../components/ui/lazy-part.tsx";
import { followSession } from "../../lib/change-where.ts";
import { lazyLater } from "../../lib/first-screen.ts";
import { noteRecentThing } from "../../lib/recent-things.ts";
import { sessionOptions } from "../../lib/trpc.ts";
import { useWhere } from "../../lib/where.ts";
import { ConnectionBanner } from "./connection-banner.tsx";
import { FrameOverlaysContext } from "./frame-overlays.ts";
import { PlaceRow } from "./place-row.tsx";
import { Rail } from "./rail.tsx";
import { TabBar } from "./tab-bar.tsx";
import { useFrameActions } from "./use-frame-actions.ts";
import { usePlaceActions } from "./use-place-actions.ts";
import { useSignOut } from "./use-sign-out.ts";

const TestBar = lazyPart(async () => (await import("./test-bar.tsx")).TestBar);

const NotificationsWatch = lazyLater(
  async () => (await import("../notifications/notifications-watch.tsx")).NotificationsWatch,
);

const LiveUpdates = lazyLater(async () => (await import("../live/live-updates.tsx")).LiveUpdates);

const OVERLAYS = {
  palette: lazy(async () => ({ default: (await import("./command-palette.tsx")).CommandPalette })),
  shortcuts: lazy(async () => ({ default: (await import("./shortcut-sheet.tsx")).ShortcutSheet })),
  newOrganization: lazy(async () => ({
    default: (await import("./create-organization-dialog.tsx")).CreateOrganizationDialog,
  })),
  refill: lazy(async () => ({ default: (await import("./refill-dialog.tsx")).RefillDialog })),
};
type Overlay = keyof typeof OVERLAYS;

/** What surrounds every screen of someone signed in. */
export function AppFrame() {
  const { data: session } = useQuery(sessionOptions);
  const { organizationId, environment } = useWhere();
  const place = `${organizationId} ${environment}`;
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  // Once asked for they stay mounted, so that they can close gently and give the focus back.
  const [asked, setAsked] = useState<readonly Overlay[]>([]);
  const open = (next: Overlay) => {
    setAsked((before) => (before.includes(next) ? before : [...before, next]));
    setOverlay(next);
  };
  const openers = {
    openPalette: () => open("palette"),
    openShortcuts: () => open("shortcuts"),
    openNewOrganization: () => open("newOrganization"),
    openRefill: () => open("refill"),
  };
  useFrameActions({
    togglePalette: () => (overlay === "palette" ? setOverlay(null) : open("palette")),
    openShortcuts: openers.openShortcuts,
    signOut: useSignOut(),
  });
  usePlaceActions(openers);
  const main = useFocusOnNewScreen();
  const navigate = useNavigate();
  useEffect(() => {
    if (!session) return;
    followSession(session);
    if (session.user && !session.organization) void navigate({ to: "/no-organization" });
  }, [session, navigate]);

  return (
    <FrameOverlaysContext value={openers}>
      <a
        href="#main"
        className="fixed top-2 left-2 z-60 -translate-y-16 rounded-md bg-accent px-3 py-2 text-ui font-medium text-on-accent focus-visible:translate-y-0"
      >
        Skip to the content
      </a>
      {environment === "test" ? <TestBar fallback={<div className="h-(--frame-top)" />} /> : null}
      <ConnectionBanner />
      <div className="flex min-h-[calc(100dvh-var(--frame-top))]">
        <Rail />
        <main
          ref={main}
          id="main"
          tabIndex={-1}
          className="min-w-0 grow scroll-mt-(--frame-top) px-4 pt-5 pb-[calc(6rem+env(safe-area-inset-bottom))] outline-none max-md:pt-2 md:px-8 md:pt-7 md:pb-16"
        >
          <PlaceRow className="-mx-1.5 mb-3 flex items-center gap-2 md:hidden print:hidden" />
          {/* Another place starts afresh: no open dialog, no half-typed form of the one before. */}
          <div key={place} className="mx-auto w-full max-w-6xl">
            <Outlet />
          </div>
        </main>
      </div>
      <TabBar />
      {organizationId ? (
        <Suspense>
          <NotificationsWatch key={place} />
          <LiveUpdates key={`live ${place}`} />
        </Suspense>
      ) : null}
      {asked.map((name) => {
        const Shown = OVERLAYS[name];
        return (
          <Suspense key={name}>
            <Shown isOpen={overlay === name} onClose={() => setOverlay(null)} />
          </Suspense>
        );
      })}
    </FrameOverlaysContext>
  );
}

/** Moves the focus into a screen that was just gone to, so that a screen reader starts there and Tab goes on there. */
function useFocusOnNewScreen() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => noteRecentThing(pathname), [pathname]);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const isFocusPlaced = main.current?.contains(document.activeElement) ?? false;
    if (!isFocusPlaced) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
