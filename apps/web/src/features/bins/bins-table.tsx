import type { BinView, ListBins } from "@stowage/contract/bins";
import { memo, useCallback } from "react";
import { PathLabel } from "../../components/places/path-label.tsx";
import { TagList } from "../../components/things/tag-list.tsx";
import { THING_ROW_HEIGHTS, ThingRow } from "../../components/things/thing-row.tsx";
import { ThingTable } from "../../components/things/thing-table.tsx";
import { RowLink } from "../../components/ui/row-link.tsx";
import { RowMenu } from "../../components/ui/row-menu.tsx";
import { SortHeadCell } from "../../components/ui/sort-head-cell.tsx";
import { Cell, HeadCell } from "../../components/ui/table.tsx";
import { Time } from "../../components/ui/time.tsx";
import { formatCount } from "../../lib/format.ts";
import type { PagedRows } from "../../lib/use-paged-rows.ts";
import type { Selecting } from "../../lib/use-row-selection.ts";
import { BinMark } from "./bin-mark.tsx";

/** What can be done with a row; each is left out where the reader may not do it. */
interface BinRowHandlers {
  onEdit?: ((bin: BinView) => void) | undefined;
  onMove?: ((bin: BinView) => void) | undefined;
  onDelete?: ((bin: BinView) => void) | undefined;
}

interface BinsTableProps extends BinRowHandlers {
  rows: PagedRows<BinView>;
  selection: Selecting<BinView>;
  sort: ListBins["sort"];
  onSortChange: (sort: ListBins["sort"]) => void;
}

/** Bins in rows. The handlers must not change from one drawing to the next. */
export function BinsTable(props: BinsTableProps) {
  const { rows, selection, sort, onSortChange } = props;
  const { onEdit, onMove, onDelete } = props;
  const { selected } = selection;
  const renderRow = useCallback(
    (bin: BinView, index: number) => (
      <BinRow
        key={bin.id}
        bin={bin}
        index={index}
        isSelected={selected.has(bin.id)}
        onEdit={onEdit}
        onMove={onMove}
        onDelete={onDelete}
      />
    ),
    [selected, onEdit, onMove, onDelete],
  );
  return (
    <ThingTable
      label="Bins"
      rows={rows}
      selection={selection}
      heights={THING_ROW_HEIGHTS}
      renderRow={renderRow}
      head={
        <>
          <SortHeadCell label="Name" first="name" second="-name" sort={sort} onSortChange={onSortChange} />
          <HeadCell width={104}>Code</HeadCell>
          <HeadCell width={90} className="max-md:hidden">
            Holds
          </HeadCell>
          <HeadCell width={200}>Location</HeadCell>
          <HeadCell width={130} className="max-lg:hidden">
            Tags
          </HeadCell>
          <SortHeadCell
            label="Updated"
            first="-updated_at"
            second="updated_at"
            sort={sort}
            onSortChange={onSortChange}
            width={120}
            className="max-lg:hidden"
          />
        </>
      }
    />
  );
}

interface BinRowProps extends BinRowHandlers {
  bin: BinView;
  index: number;
  isSelected: boolean;
}

const BinRow = memo(function BinRow({ bin, onEdit, onMove, onDelete, ...row }: BinRowProps) {
  return (
    <ThingRow thing={bin} {...row}>
      <Cell phone="title" className="max-sm:self-end">
        <div className="flex min-w-0 items-center gap-2">
          <BinMark bin={bin} />
          <RowLink
            to="/bins/$binId"
            params={{ binId: bin.id }}
            data-row-link
            className="truncate rounded-sm font-medium text-ink hover:underline max-sm:after:absolute max-sm:after:inset-0"
          >
            {bin.name}
          </RowLink>
        </div>
      </Cell>
      <Cell phone="end" className="max-sm:row-span-2">
        <code className="font-mono text-xs text-muted">{bin.code}</code>
        <span className="hidden text-right text-xs text-muted tabular-nums max-sm:block">
          {bin.item_count === undefined ? null : formatCount(bin.item_count, "item")}
        </span>
      </Cell>
      <Cell phone="hidden" className="text-muted tabular-nums max-md:hidden">
        {bin.item_count === undefined ? null : formatCount(bin.item_count, "item")}
      </Cell>
      <Cell className="truncate max-sm:self-start max-sm:pl-8!">
        <PathLabel path={bin.location_path} nowhere="Nowhere in particular" />
      </Cell>
      <Cell phone="hidden" className="max-lg:hidden">
        <TagList tags={bin.tags} />
      </Cell>
      <Cell phone="hidden" className="truncate text-muted max-lg:hidden">
        <Time at={bin.updated_at} />
      </Cell>
      <Cell phone="hidden" align="end">
        <RowMenu
          name={bin.name}
          onEdit={onEdit && (() => onEdit(bin))}
          onMove={onMove && (() => onMove(bin))}
          onDelete={onDelete && (() => onDelete(bin))}
        />
      </Cell>
    </ThingRow>
  );
});
