import type { Bin, ListBins } from "@stowage/contract/bins";
import { Link } from "@tanstack/react-router";
import { Badge } from "../../components/ui/badge.tsx";
import { RowMenu } from "../../components/ui/row-menu.tsx";
import { SortHeadCell } from "../../components/ui/sort-head-cell.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../components/ui/table.tsx";
import { Time } from "../../components/ui/time.tsx";
import { useMay } from "../../lib/use-may.ts";
import { useAllLocations } from "../locations/all-locations.ts";
import { useBinKeys } from "./use-bin-keys.ts";

type Sort = ListBins["sort"];

const TAGS_SHOWN = 3;

interface BinsTableProps {
  bins: readonly Bin[];
  total?: number | undefined;
  isRefetching: boolean;
  sort: Sort;
  onSortChange: (sort: Sort) => void;
  onEdit: (bin: Bin) => void;
  onDelete: (bin: Bin) => void;
}

export function BinsTable(props: BinsTableProps) {
  const { bins, sort, onSortChange } = props;
  const { locations } = useAllLocations();
  const names = new Map(locations.map((location) => [location.id, location.name]));
  const mayWrite = useMay("bins:write");
  const mayDelete = useMay("bins:delete");
  useBinKeys(bins, mayWrite ? props.onEdit : null);
  return (
    <Table label="Bins" isRefetching={props.isRefetching} rowCount={props.total}>
      <TableHead>
        <SortHeadCell label="Name" first="name" second="-name" sort={sort} onSortChange={onSortChange} />
        <HeadCell className="w-28">Code</HeadCell>
        <HeadCell>Location</HeadCell>
        <HeadCell className="max-md:hidden">Tags</HeadCell>
        <SortHeadCell
          label="Updated"
          first="-updated_at"
          second="updated_at"
          sort={sort}
          onSortChange={onSortChange}
          className="w-32 max-md:hidden"
        />
        <HeadCell className="w-12">
          <span className="sr-only">Actions</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {bins.map((bin) => (
          <BinRow
            key={bin.id}
            bin={bin}
            locationName={bin.location_id === null ? null : (names.get(bin.location_id) ?? "…")}
            {...(mayWrite && { onEdit: props.onEdit })}
            {...(mayDelete && { onDelete: props.onDelete })}
          />
        ))}
      </TableBody>
    </Table>
  );
}

interface BinRowProps {
  bin: Bin;
  locationName: string | null;
  onEdit?: (bin: Bin) => void;
  onDelete?: (bin: Bin) => void;
}

function BinRow({ bin, locationName, onEdit, onDelete }: BinRowProps) {
  return (
    <Row data-bin-id={bin.id}>
      <Cell phone="title" className="max-w-80">
        <Link
          to="/bins/$binId"
          params={{ binId: bin.id }}
          data-row-link
          className="block truncate rounded-sm font-medium text-ink hover:underline max-sm:after:absolute max-sm:after:inset-0"
        >
          {bin.name}
        </Link>
      </Cell>
      <Cell phone="end">
        <code className="font-mono text-xs text-muted">{bin.code}</code>
      </Cell>
      <Cell className="max-w-60 truncate">
        {locationName === null ? (
          <span className="text-faint">Nowhere in particular</span>
        ) : (
          <span className="text-muted">{locationName}</span>
        )}
      </Cell>
      <Cell phone="hidden" className="max-md:hidden">
        <span className="flex gap-1" title={bin.tags.join(", ")}>
          {bin.tags.slice(0, TAGS_SHOWN).map((tag) => (
            <Badge key={tag}>{tag}</Badge>
          ))}
          {bin.tags.length > TAGS_SHOWN ? <Badge>+{bin.tags.length - TAGS_SHOWN}</Badge> : null}
        </span>
      </Cell>
      <Cell phone="hidden" className="text-muted max-md:hidden">
        <Time at={bin.updated_at} />
      </Cell>
      <Cell phone="hidden" align="end">
        <RowMenu
          name={bin.name}
          onEdit={onEdit && (() => onEdit(bin))}
          onDelete={onDelete && (() => onDelete(bin))}
        />
      </Cell>
    </Row>
  );
}
