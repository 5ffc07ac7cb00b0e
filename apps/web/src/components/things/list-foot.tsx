import { SquareCheck } from "lucide-react";
import { formatCount, formatNumber } from "../../lib/format.ts";
import type { PagedRows } from "../../lib/use-paged-rows.ts";
import type { Selecting } from "../../lib/use-row-selection.ts";
import { Button } from "../ui/button.tsx";

interface ListFootProps {
  rows: Pick<PagedRows<unknown>, "count" | "total">;
  selection: Pick<Selecting<unknown>, "isSelecting" | "startSelecting">;
  /** "item" */
  noun: string;
}

/** Under a list: how many there are, how many of them have come, and on a phone the way into selecting. */
export function ListFoot({ rows, selection, noun }: ListFootProps) {
  const { count, total } = rows;
  return (
    <div className="mt-2 flex min-h-5 items-center justify-between gap-2 px-1 text-xs text-muted tabular-nums">
      <p role="status">
        {total === undefined ? null : formatCount(total, noun)}
        {total !== undefined && count < total ? `, ${formatNumber(count)} loaded: scroll for more` : null}
      </p>
      {selection.isSelecting ? null : (
        <Button variant="quiet" size="sm" onClick={selection.startSelecting} className="sm:hidden">
          <SquareCheck aria-hidden />
          Select
        </Button>
      )}
    </div>
  );
}
