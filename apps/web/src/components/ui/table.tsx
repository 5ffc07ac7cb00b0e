import type { ComponentProps, KeyboardEvent, ReactNode } from "react";
import { cx } from "../../lib/class-names.ts";
import { focusRow } from "../../lib/row-focus.ts";
import { RefetchLine } from "./refetch-line.tsx";

interface TableProps {
  /** What the rows are: "Items". */
  label: string;
  isRefetching?: boolean;
  /** Total of all rows when known, for screen readers; the table may hold only the first pages. */
  rowCount?: number | undefined;
  className?: string;
  children: ReactNode;
}

/**
 * A table on a desk, a list of comfortable lines on a phone; the roles are spelled out since `display` changes.
 * Rows take the focus by `j`, `k` and the arrow keys, and Enter follows the row's `data-row-link`.
 */
export function Table({ label, isRefetching = false, rowCount, className, children }: TableProps) {
  return (
    <div
      className={cx(
        "relative overflow-hidden rounded-lg border border-line bg-surface shadow-raised",
        className,
      )}
    >
      <RefetchLine isActive={isRefetching} />
      <table
        // biome-ignore lint/a11y/noRedundantRoles: `display: block` on phones takes the native role away
        role="table"
        aria-label={label}
        aria-rowcount={rowCount}
        aria-busy={isRefetching || undefined}
        className="w-full border-collapse text-ui max-sm:block"
      >
        {children}
      </table>
    </div>
  );
}

interface TableHeadProps {
  /** Stays in sight while a long table is scrolled. */
  isSticky?: boolean;
  children: ReactNode;
}

export function TableHead({ isSticky = false, children }: TableHeadProps) {
  return (
    <thead
      // biome-ignore lint/a11y/noRedundantRoles: see Table
      role="rowgroup"
      className={cx(
        "border-b border-line bg-sunken max-sm:sr-only",
        isSticky && "shadow-[0_1px_0_var(--line)] sm:sticky sm:top-(--frame-top) sm:z-10",
      )}
    >
      {/* biome-ignore lint/a11y/noRedundantRoles: see Table */}
      <tr role="row">{children}</tr>
    </thead>
  );
}

export function TableBody({ children }: { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see Table
    <tbody role="rowgroup" className="max-sm:block">
      {children}
    </tbody>
  );
}

interface HeadCellProps {
  align?: "start" | "end";
  sort?: "ascending" | "descending" | "none" | undefined;
  /** In pixels, where the widths of a table are reckoned. */
  width?: number;
  className?: string;
  children?: ReactNode;
}

export function HeadCell({ align = "start", sort, width, className, children }: HeadCellProps) {
  return (
    <th
      // biome-ignore lint/a11y/noRedundantRoles: see Table
      role="columnheader"
      scope="col"
      aria-sort={sort}
      {...(width !== undefined && { style: { width } })}
      className={cx(
        "h-8 px-3 text-xs font-medium whitespace-nowrap text-muted first:pl-4 last:pr-4",
        align === "end" ? "text-right" : "text-left",
        className,
      )}
    >
      {children}
    </th>
  );
}

export function Row({ className, onKeyDown, ...props }: ComponentProps<"tr">) {
  return (
    <tr
      // biome-ignore lint/a11y/noRedundantRoles: see Table
      role="row"
      tabIndex={-1}
      data-row
      onKeyDown={(event) => {
        onKeyDown?.(event);
        moveFromRow(event);
      }}
      className={cx(
        "group/row border-b border-line transition-colors last:border-b-0 hover:bg-hover focus-visible:bg-hover focus-visible:-outline-offset-2 max-sm:relative max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:items-center max-sm:gap-x-3 max-sm:px-4 max-sm:py-2.5",
        className,
      )}
      {...props}
    />
  );
}

function moveFromRow(event: KeyboardEvent<HTMLTableRowElement>): void {
  if (event.defaultPrevented || event.target !== event.currentTarget) return;
  if (event.key === "Enter") event.currentTarget.querySelector<HTMLElement>("[data-row-link]")?.click();
  else if (event.key === "ArrowDown") focusRow(1);
  else if (event.key === "ArrowUp") focusRow(-1);
  else return;
  event.preventDefault();
}

/** Where a cell goes on a phone: the line's title, a line under it, the right edge, or nowhere. */
type PhonePlace = "title" | "detail" | "end" | "hidden";

const PHONE_PLACES: Record<PhonePlace, string> = {
  title: "max-sm:col-start-1 max-sm:text-sm",
  detail: "max-sm:col-start-1 max-sm:text-muted",
  end: "max-sm:col-start-2 max-sm:row-span-3 max-sm:row-start-1 max-sm:self-center",
  hidden: "max-sm:hidden",
};

type CellProps = Omit<ComponentProps<"td">, "align"> & {
  align?: "start" | "end";
  phone?: PhonePlace;
  isNumeric?: boolean;
};

export function Cell({
  align = "start",
  phone = "detail",
  isNumeric = false,
  className,
  ...props
}: CellProps) {
  return (
    <td
      // biome-ignore lint/a11y/noRedundantRoles: see Table
      role="cell"
      className={cx(
        "h-10 px-3 align-middle first:pl-4 last:pr-4 max-sm:block max-sm:h-auto max-sm:p-0 max-sm:first:pl-0 max-sm:last:pr-0",
        (align === "end" || isNumeric) && "text-right max-sm:text-left",
        isNumeric && "tabular-nums",
        PHONE_PLACES[phone],
        className,
      )}
      {...props}
    />
  );
}
