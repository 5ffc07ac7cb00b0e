import { Link, useLocation } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { Suspense } from "react";
import { Kbd } from "../../components/ui/kbd.tsx";
import { cx } from "../../lib/class-names.ts";
import { lazyLater } from "../../lib/first-screen.ts";
import { useEnvironment } from "../../lib/where.ts";
import { EnvironmentSwitch } from "./environment-switch.tsx";
import { useFrameOverlays } from "./frame-overlays.ts";
import { ADMIN_PLACES, INVENTORY_PLACES, isWithin, type Place } from "./navigation.ts";
import { PlaceRow } from "./place-row.tsx";

const AccountMenu = lazyLater(async () => (await import("./account-menu.tsx")).AccountMenu);

/** The left edge of the screen on a desk: where one is, and where one can go. */
export function Rail() {
  const { openPalette } = useFrameOverlays();
  const isTest = useEnvironment() === "test";
  return (
    <aside
      aria-label="Navigation and account"
      className={cx(
        "print:hidden! sticky top-(--frame-top) hidden h-[calc(100dvh-var(--frame-top))] w-56 shrink-0 flex-col border-r bg-sunken px-2.5 py-3 md:flex",
        isTest ? "border-test shadow-[inset_-3px_0_var(--test)]" : "border-line",
      )}
    >
      <PlaceRow className="mb-3 flex min-w-0 items-center gap-1" />
      <button
        type="button"
        onClick={openPalette}
        className="mb-4 flex h-8 items-center gap-2 rounded-md border border-line-strong bg-surface px-2 text-ui text-muted shadow-raised transition-colors hover:text-ink"
      >
        <Search aria-hidden className="size-4" />
        <span className="grow text-left">Search or jump</span>
        <Kbd keys="mod+k" />
      </button>
      <nav aria-label="Main" className="flex grow flex-col overflow-y-auto">
        <PlaceList places={INVENTORY_PLACES} />
        <p className="mt-5 mb-1 px-2 text-xs text-faint">Manage</p>
        <PlaceList places={ADMIN_PLACES} />
      </nav>
      <EnvironmentSwitch className="mt-2 h-8 gap-2.5 rounded-md px-2 text-ui coarse:h-11" />
      <div className="mt-2 min-h-25 border-t border-line pt-2">
        <Suspense>
          <AccountMenu />
        </Suspense>
      </div>
    </aside>
  );
}

function PlaceList({ places }: { places: readonly Place[] }) {
  const { pathname } = useLocation();
  return (
    <ul className="flex flex-col gap-0.5">
      {places.map(({ to, label, icon: Icon, keys, isExact, except }) => (
        <li key={to}>
          <Link
            to={to}
            aria-current={isWithin({ to, except }, pathname) ? "page" : undefined}
            activeOptions={{ exact: isExact ?? false, includeSearch: false }}
            className="group flex h-8 items-center gap-2.5 rounded-md px-2 text-ui text-muted transition-colors hover:bg-hover hover:text-ink aria-[current=page]:bg-pressed aria-[current=page]:font-medium aria-[current=page]:text-ink"
          >
            <Icon aria-hidden className="size-4 shrink-0" />
            <span className="grow">{label}</span>
            <Kbd
              keys={keys}
              className="opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100"
            />
          </Link>
        </li>
      ))}
    </ul>
  );
}
