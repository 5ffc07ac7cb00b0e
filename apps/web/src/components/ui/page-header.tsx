import type { ReactNode } from "react";
import { cx } from "../../lib/class-names.ts";
import { useDocumentTitle } from "../../lib/document-title.ts";

interface PageHeaderProps {
  /** Also names the browser's tab. */
  title: string;
  /** One sentence: what the screen is for. */
  purpose?: ReactNode;
  /** The one primary action, and at most a quiet one beside it. */
  action?: ReactNode;
  /** The actions are several: they need a line of their own on a phone or tablet. */
  isActionWide?: boolean;
  /** The way back, above the title. */
  back?: ReactNode;
}

export function PageHeader({ title, purpose, action, isActionWide = false, back }: PageHeaderProps) {
  useDocumentTitle(title);
  return (
    <header className="mb-5">
      {back ? <div className="mb-2 text-ui text-muted">{back}</div> : null}
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4">
        <h1 className="text-lg leading-7 font-semibold tracking-tight text-balance text-ink">{title}</h1>
        {action ? (
          <div
            className={cx(
              "flex items-center gap-2 sm:row-span-2 sm:self-end",
              isActionWide &&
                "max-sm:flex-wrap max-sm:order-last max-sm:col-span-2 max-sm:mt-3 max-sm:*:grow",
            )}
          >
            {action}
          </div>
        ) : null}
        {purpose ? (
          <p className="mt-0.5 text-ui text-muted max-sm:col-span-2 max-sm:mt-1 sm:col-start-1">{purpose}</p>
        ) : null}
      </div>
    </header>
  );
}
