import type { ReactNode } from "react";
import { useId } from "react";
import { cx } from "../../lib/class-names.ts";

interface CardProps {
  title: string;
  /** At the right of the title. */
  aside?: ReactNode;
  /** Without the inner margin, for lists that reach the edges. */
  isFlush?: boolean;
  className?: string;
  children: ReactNode;
}

/** One part of a key's page under its own heading. */
export function Card({ title, aside, isFlush = false, className, children }: CardProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className={cx("overflow-hidden rounded-lg border border-line bg-surface shadow-raised", className)}
    >
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-1.5">
        <h2 id={id} className="text-ui font-semibold text-ink">
          {title}
        </h2>
        {aside}
      </div>
      {isFlush ? children : <div className="px-4 py-3">{children}</div>}
    </section>
  );
}
