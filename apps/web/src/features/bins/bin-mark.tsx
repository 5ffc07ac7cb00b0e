import type { Bin } from "@stowage/contract/bins";
import { Archive } from "lucide-react";
import { cx } from "../../lib/class-names.ts";

/** A sign is a letter or two; longer words are for scripts. */
const SIGN_MAX = 4;

/** What a bin looks like: its colour and its sign. */
export function BinMark({ bin, className }: { bin: Pick<Bin, "color" | "icon">; className?: string }) {
  const hasSign = bin.icon !== null && bin.icon.length <= SIGN_MAX;
  return (
    <span
      aria-hidden
      className={cx(
        "inline-flex size-6 shrink-0 items-center justify-center rounded border border-line text-sm text-faint",
        className,
      )}
      {...(bin.color && { style: { borderColor: bin.color, boxShadow: `inset 4px 0 0 ${bin.color}` } })}
    >
      {hasSign ? bin.icon : <Archive className="size-3.5" />}
    </span>
  );
}
