import type { LocationPath } from "@stowage/contract/places";
import { ArchiveRestore, Trash2 } from "lucide-react";
import { memo, useCallback } from "react";
import { PathLabel } from "../../components/places/path-label.tsx";
import type { BulkJob } from "../../components/things/bulk-work.ts";
import { putBack } from "../../components/things/delete-thing.ts";
import { ListFoot } from "../../components/things/list-foot.tsx";
import { SelectionBar } from "../../components/things/selection-bar.tsx";
import { THING_ROW_HEIGHTS, ThingRow } from "../../components/things/thing-row.tsx";
import { ThingTable } from "../../components/things/thing-table.tsx";
import { ThingTableSkeleton } from "../../components/things/thing-table-skeleton.tsx";
import { useBulk } from "../../components/things/use-bulk.ts";
import { useRowKeys } from "../../components/things/use-row-keys.ts";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { Cell, HeadCell } from "../../components/ui/table.tsx";
import { Time } from "../../components/ui/time.tsx";
import type { PagedRows } from "../../lib/use-paged-rows.ts";
import { useRowSelection } from "../../lib/use-row-selection.ts";
import { goneOn } from "./gone-on.ts";

/** Something in the trash. */
export interface Trashed {
  id: string;
  name: string;
  deleted_at: string | null;
  location_path?: LocationPath | undefined;
  bin?: { id: string; code: string; name: string } | null | undefined;
}

interface TrashListProps<Thing extends Trashed, Operation> {
  noun: "item" | "bin";
  rows: PagedRows<Thing>;
  /** What was searched for, so that another search begins without a selection. */
  q: string | undefined;
  trashDays: number | undefined;
  mayRestore: boolean;
  send: Parameters<typeof useBulk<Thing, Operation>>[0]["send"];
  restoreJobOf: (things: readonly Thing[]) => BulkJob<Thing, Operation>;
  restore: (id: string) => Promise<unknown>;
  refresh: () => Promise<void>;
}

/** What was deleted and can still be put back, one by one or many at once. */
export function TrashList<Thing extends Trashed, Operation>(props: TrashListProps<Thing, Operation>) {
  const { noun, rows, mayRestore, trashDays, restore, refresh } = props;
  const selection = useRowSelection(rows, `${noun} ${props.q ?? ""}`);
  const bulk = useBulk<Thing, Operation>({ send: props.send, refresh, onDone: selection.keep });
  useRowKeys(rows, selection, []);
  const { selected } = selection;
  const restoreOne = useCallback(
    ({ id, name }: Trashed) => void putBack({ name, restore: () => restore(id), refresh }),
    [restore, refresh],
  );
  const renderRow = useCallback(
    (thing: Thing, index: number) => (
      <TrashRow
        key={thing.id}
        thing={thing}
        index={index}
        isSelected={selected.has(thing.id)}
        nowhere={noun === "item" ? "Inbox" : "Nowhere in particular"}
        trashDays={trashDays}
        onRestore={mayRestore ? restoreOne : undefined}
      />
    ),
    [noun, selected, trashDays, mayRestore, restoreOne],
  );
  if (rows.isPending) return <ThingTableSkeleton label="Loading the trash" />;
  if (rows.error) return <QueryProblem error={rows.error} onRetry={rows.refetch} />;
  if (rows.isEmpty) return <NothingHere noun={noun} isSearched={props.q !== undefined} />;
  return (
    <>
      <ThingTable
        label={`Deleted ${noun}s`}
        rows={rows}
        selection={selection}
        heights={THING_ROW_HEIGHTS}
        renderRow={renderRow}
        isActionWide
        head={
          <>
            <HeadCell>Name</HeadCell>
            <HeadCell width={260} className="max-md:hidden">
              Was in
            </HeadCell>
            <HeadCell width={130}>Deleted</HeadCell>
            <HeadCell width={130} className="max-md:hidden">
              Gone for good
            </HeadCell>
          </>
        }
      />
      <ListFoot rows={rows} selection={selection} noun={noun} />
      <SelectionBar
        noun={noun}
        selection={selection}
        total={rows.total}
        actions={
          mayRestore
            ? [
                {
                  label: "Restore",
                  icon: ArchiveRestore,
                  run: () => void bulk.run(props.restoreJobOf([...selected.values()])),
                },
              ]
            : []
        }
        progress={bulk.progress}
        failures={bulk.failures}
        onDismissFailures={bulk.dismissFailures}
      />
    </>
  );
}

interface TrashRowProps {
  thing: Trashed;
  index: number;
  isSelected: boolean;
  /** For what lay in no place. */
  nowhere: string;
  trashDays: number | undefined;
  onRestore: ((thing: Trashed) => void) | undefined;
}

const TrashRow = memo(function TrashRow({ thing, nowhere, trashDays, onRestore, ...row }: TrashRowProps) {
  const { name, deleted_at } = thing;
  const goneAt = deleted_at && trashDays ? goneOn(deleted_at, trashDays) : null;
  return (
    <ThingRow thing={thing} {...row}>
      <Cell phone="title" className="truncate font-medium max-sm:self-end">
        {name}
      </Cell>
      <Cell phone="hidden" className="truncate max-md:hidden">
        <PathLabel path={thing.location_path} bin={thing.bin} nowhere={nowhere} />
      </Cell>
      <Cell className="truncate text-muted max-sm:self-start">
        {deleted_at ? <Time at={deleted_at} /> : null}
        {goneAt ? (
          <span className="sm:hidden">
            , gone <Time at={goneAt} />
          </span>
        ) : null}
      </Cell>
      <Cell phone="hidden" className="truncate text-muted max-md:hidden">
        {goneAt ? <Time at={goneAt} /> : null}
      </Cell>
      <Cell phone="end" align="end" className="max-sm:row-span-2">
        {onRestore ? (
          <Button size="sm" aria-label={`Restore ${name}`} onClick={() => onRestore(thing)}>
            Restore
          </Button>
        ) : null}
      </Cell>
    </ThingRow>
  );
});

function NothingHere({ noun, isSearched }: { noun: string; isSearched: boolean }) {
  return (
    <EmptyState
      icon={Trash2}
      title={isSearched ? `No deleted ${noun} matches` : `No ${noun}s in the trash`}
      text={
        isSearched
          ? "Only names and words of what was deleted are searched. Try fewer letters."
          : `Deleted ${noun}s wait here until they go for good, in case somebody misses them.`
      }
      className="rounded-lg border border-line bg-surface"
    />
  );
}
