import { cx } from "../../lib/class-names.ts";

/** A grey stand-in of the real thing's size, given by `className`. Silent: its container says what is loading. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx("block h-3.5 animate-shimmer rounded bg-pressed", className)} />;
}
