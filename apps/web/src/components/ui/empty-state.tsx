import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../../lib/class-names.ts";
import { CodeBlock } from "./code-block.tsx";

interface EmptyStateProps {
  icon: LucideIcon;
  /** The fact: "No locations yet". */
  title: string;
  /** What the thing is for, or how to find something when filters hide it all. */
  text: ReactNode;
  action?: ReactNode;
  /** The call that would fill it, for people who script. Left out when filters are the reason. */
  curl?: string;
  className?: string;
}

export function EmptyState({ icon: Icon, title, text, action, curl, className }: EmptyStateProps) {
  return (
    <div className={cx("flex flex-col items-center px-4 py-12 text-center sm:py-16", className)}>
      <span className="mb-4 inline-flex size-10 items-center justify-center rounded-lg border border-line bg-surface text-muted shadow-raised">
        <Icon aria-hidden className="size-5" />
      </span>
      <h2 className="text-sm font-semibold text-ink">{title}</h2>
      <p className="mt-1 max-w-md text-ui text-balance text-muted">{text}</p>
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
      {curl ? (
        <div className="mt-8 w-full max-w-xl text-left">
          <p className="mb-1.5 text-xs text-muted">Or from a script:</p>
          <CodeBlock code={curl} label="Command" />
        </div>
      ) : null}
    </div>
  );
}
