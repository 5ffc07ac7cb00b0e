import { Link, useLocation } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { useEnvironment } from "../../lib/where.ts";
import { TABS } from "./navigation.ts";

const MoreSheet = lazy(async () => ({ default: (await import("./more-sheet.tsx")).MoreSheet }));

const tabStyles =
  "flex h-14 min-w-0 grow basis-0 flex-col items-center justify-center gap-0.5 text-2xs text-muted aria-[current=page]:font-medium aria-[current=page]:text-accent-ink";

/** The bottom edge of the screen on a phone. */
export function TabBar() {
  const [isMoreOpen, setIsMoreOpen] = useState(false);
  const [isMoreLoaded, setIsMoreLoaded] = useState(false);
  const { pathname } = useLocation();
  const isTest = useEnvironment() === "test";
  const isElsewhere = !TABS.some((tab) => (tab.isExact ? pathname === tab.to : pathname.startsWith(tab.to)));
  return (
    <>
      <nav
        aria-label="Main"
        className={cx(
          "print:hidden fixed inset-x-0 bottom-0 z-30 flex border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden",
          isTest ? "border-test shadow-[inset_0_2px_var(--test)]" : "border-line",
        )}
      >
        {TABS.map(({ to, label, icon: Icon, isExact }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: isExact ?? false, includeSearch: false }}
            className={tabStyles}
          >
            <Icon aria-hidden className="size-5" />
            {label}
          </Link>
        ))}
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => {
            setIsMoreLoaded(true);
            setIsMoreOpen(true);
          }}
          className={cx(tabStyles, isElsewhere && "font-medium text-accent-ink")}
        >
          <Ellipsis aria-hidden className="size-5" />
          More
        </button>
      </nav>
      {isMoreLoaded ? (
        <Suspense>
          <MoreSheet isOpen={isMoreOpen} onClose={() => setIsMoreOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
