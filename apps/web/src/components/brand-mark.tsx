import { cx } from "../lib/class-names.ts";

/** The crate. Its name stands beside it, so it is silent. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cx("shrink-0", className)}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M9 13v9.5A1.5 1.5 0 0 0 10.5 24h11a1.5 1.5 0 0 0 1.5-1.5V13M8.5 8h15A1.5 1.5 0 0 1 25 9.5V13H7V9.5A1.5 1.5 0 0 1 8.5 8ZM13.500 17.5h5"
        fill="none"
        className="stroke-on-accent"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
