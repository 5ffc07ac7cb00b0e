import { cx } from "../../lib/class-names.ts";
import { keyLabels } from "../../lib/shortcuts.ts";

interface KbdProps {
  /** A shortcut as the registry writes it: `mod+k`, `g h`, `?`. */
  keys: string;
  tone?: "normal" | "inverse";
  className?: string;
}

/** A shortcut, one cap a key. Hidden where there is no keyboard to press it on. */
export function Kbd({ keys, tone = "normal", className }: KbdProps) {
  return (
    <span className={cx("inline-flex items-center gap-1 coarse:hidden", className)}>
      {keyLabels(keys).map((label, position) => (
        <kbd
          key={position}
          className={cx(
            "inline-flex h-4.5 min-w-4.5 items-center justify-center rounded border px-1 font-sans text-2xs",
            tone === "normal" ? "border-line-strong bg-surface text-muted" : "border-page/30 text-page",
          )}
        >
          {label}
        </kbd>
      ))}
    </span>
  );
}
