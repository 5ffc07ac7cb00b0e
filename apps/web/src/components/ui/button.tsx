import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cx } from "../../lib/class-names.ts";

/** The look of a button, for links that act as one too: `<Link className={buttonStyles({ variant: "primary" })}>`. */
export const buttonStyles = cva(
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap select-none transition-colors duration-100 disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "bg-accent text-on-accent shadow-raised hover:bg-accent-hover",
        secondary:
          "border border-line-strong bg-surface text-ink shadow-raised hover:bg-hover active:bg-pressed",
        quiet: "text-muted hover:bg-hover hover:text-ink active:bg-pressed",
        danger: "bg-danger text-on-accent shadow-raised hover:bg-danger-hover",
        "quiet-danger": "text-danger-ink hover:bg-danger-soft",
      },
      size: {
        sm: "h-7 px-2 text-ui coarse:h-10 coarse:px-3",
        md: "h-8 px-3 text-ui coarse:h-10 coarse:px-3.5",
        lg: "h-10 px-4 text-sm coarse:h-11",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonStyles> & {
    /** Shows that its work is going on and takes no second press; the width stays. */
    isBusy?: boolean;
  };

export function Button({
  variant,
  size,
  isBusy = false,
  className,
  type = "button",
  onClick,
  ...props
}: ButtonProps) {
  return (
    <button
      type={type}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      className={cx(buttonStyles({ variant, size }), isBusy && "animate-shimmer", className)}
      // Stays focusable while busy, so that the focus is not lost; a press then does nothing.
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
      {...props}
    />
  );
}
