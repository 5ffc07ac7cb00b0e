import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "../../lib/class-names.ts";

export type IconButtonProps = Omit<ComponentProps<"button">, "aria-label" | "children"> & {
  icon: LucideIcon;
  /** What it does: its accessible name and its tooltip. */
  label: string;
  /** The shortcut that does the same, shown in the tooltip. */
  keys?: string;
  tone?: "neutral" | "danger";
};

/** A square button with an icon, always named. On touch screens it grows to 40 px. */
export function IconButton({
  icon: Icon,
  label,
  keys,
  tone = "neutral",
  className,
  type = "button",
  ...props
}: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      data-tooltip={label}
      data-tooltip-keys={keys}
      className={cx(
        "inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted transition-colors duration-100 hover:bg-hover hover:text-ink active:bg-pressed disabled:pointer-events-none disabled:opacity-50 aria-expanded:bg-hover aria-expanded:text-ink coarse:size-10",
        tone === "danger" && "hover:bg-danger-soft hover:text-danger-ink",
        className,
      )}
      {...props}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}
