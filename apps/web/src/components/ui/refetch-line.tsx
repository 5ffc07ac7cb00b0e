import { cx } from "../../lib/class-names.ts";

/** Two pixels at the top edge of a list, moving while it is fetched again. Takes no room. */
export function RefetchLine({ isActive, className }: { isActive: boolean; className?: string }) {
  return (
    <div
      aria-hidden
      className={cx("pointer-events-none absolute inset-x-0 top-0 z-10 h-0.5 overflow-hidden", className)}
    >
      {isActive ? <div className="h-full w-1/3 animate-refetch bg-accent" /> : null}
    </div>
  );
}
