import { formatAbsolute, formatRelative } from "../../lib/format.ts";

/** A moment in relative words; hovering tells it exactly. */
export function Time({ at, className }: { at: string; className?: string }) {
  return (
    <time dateTime={at} title={formatAbsolute(at)} className={className}>
      {formatRelative(at)}
    </time>
  );
}
