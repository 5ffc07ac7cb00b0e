import type { BinView, ListBins } from "@stowage/contract/bins";
import { type ReactNode, useCallback, useState } from "react";
import { ListFoot } from "../../components/things/list-foot.tsx";
import { ThingTableSkeleton } from "../../components/things/thing-table-skeleton.tsx";
import { useRowKeys } from "../../components/things/use-row-keys.ts";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { PAGE_ROWS } from "../../lib/page-rows.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { usePagedRows } from "../../lib/use-paged-rows.ts";
import { useRowSelection } from "../../lib/use-row-selection.ts";
import { BinsBulk } from "./bins-bulk.tsx";
import type { BinsSearch, binFiltersOf } from "./bins-search.ts";
import { BinsTable } from "./bins-table.tsx";
import { EditBinDialog } from "./edit-bin-dialog.tsx";
import { EmptyBinDialog } from "./empty-bin-dialog.tsx";
import { MoveBinDialog } from "./move-bin-dialog.tsx";
import { useDeleteBin } from "./use-delete-bin.ts";

interface BinsListProps {
  filters: ReturnType<typeof binFiltersOf>;
  sort: ListBins["sort"];
  onSortChange: (sort: BinsSearch["sort"]) => void;
  /** In the place of the table when nothing is listed. */
  empty: ReactNode;
}

/** The bins that some filters leave, however many. */
export function BinsList({ filters, sort, onSortChange, empty }: BinsListProps) {
  const rows = usePagedRows((cursor) =>
    trpc.bins.list.queryOptions({
      ...filters,
      sort,
      limit: PAGE_ROWS,
      include: ["location_path", "item_count"],
      ...(cursor === undefined ? { include_total: true } : { cursor }),
    }),
  );
  const selection = useRowSelection<BinView>(rows, JSON.stringify(filters));
  const [edited, setEdited] = useState<BinView | null>(null);
  const [moved, setMoved] = useState<BinView | null>(null);
  const { remove, occupied, dismiss } = useDeleteBin();
  const onDelete = useCallback((bin: BinView) => void remove(bin), [remove]);
  const mayWrite = useMay("bins:write");
  const mayDelete = useMay("bins:delete");
  useRowKeys(
    rows,
    selection,
    mayWrite
      ? [
          { id: "row.edit", label: "Edit the bin of the row", keys: "e", run: setEdited },
          { id: "row.move", label: "Move the bin of the row", keys: "m", run: setMoved },
        ]
      : [],
  );

  if (rows.isPending) return <ThingTableSkeleton label="Loading bins" />;
  if (rows.error) return <QueryProblem error={rows.error} onRetry={rows.refetch} />;
  if (rows.isEmpty) return empty;
  return (
    <>
      <BinsTable
        rows={rows}
        selection={selection}
        sort={sort}
        onSortChange={onSortChange}
        onEdit={mayWrite ? setEdited : undefined}
        onMove={mayWrite ? setMoved : undefined}
        onDelete={mayDelete ? onDelete : undefined}
      />
      <ListFoot rows={rows} selection={selection} noun="bin" />
      <BinsBulk selection={selection} total={rows.total} />
      <EditBinDialog bin={edited} onClose={() => setEdited(null)} />
      <MoveBinDialog bin={moved} onClose={() => setMoved(null)} />
      <EmptyBinDialog bin={occupied} onClose={dismiss} />
    </>
  );
}
