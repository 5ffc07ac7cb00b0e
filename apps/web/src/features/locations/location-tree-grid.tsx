import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { RefetchLine } from "../../components/ui/refetch-line.tsx";
import { useRegisterActions } from "../../lib/actions.ts";
import { useIsCoarse } from "../../lib/use-is-coarse.ts";
import { type TreeRow, treeMove } from "./location-tree.ts";
import { LocationTreeRow } from "./location-tree-row.tsx";

/** In pixels, by pointer: a finger needs more. A row is never measured, so that no scroll waits for it. */
const ROW_HEIGHTS = { fine: 40, coarse: 48 };
const OVERSCAN = 10;
/** What a phone's bars cover. */
const COVERED = 80;

/** Each of these but `onOpen` is left out where the role may not do it. */
export interface LocationDoings {
  onOpen: (id: string) => void;
  onCreateInside?: (id: string) => void;
  onEdit?: (id: string) => void;
  onMove?: (id: string) => void;
  onDelete?: (id: string) => void;
}

interface LocationTreeGridProps extends LocationDoings {
  rows: readonly TreeRow[];
  /** While searching, the places that match; the others only lead there. */
  matches: ReadonlySet<string> | null;
  /** What is in a place, in words, where it is known. */
  holds: (id: string) => string | undefined;
  isRefetching?: boolean;
  onFold: (id: string) => void;
  onUnfold: (id: string) => void;
}

/**
 * The tree of places, as a treegrid since its rows hold buttons. One row takes the Tab key; arrows, Home and End move,
 * Right unfolds or goes in, Left folds or goes out, Enter opens, `e` edits, `m` moves, and Delete asks to delete. Only the rows in
 * sight are drawn.
 */
export function LocationTreeGrid({
  rows,
  matches,
  holds,
  isRefetching = false,
  ...on
}: LocationTreeGridProps) {
  const grid = useRef<HTMLTableElement>(null);
  const virtual = useDrawnRows(grid, rows);
  const { tabbableId, focus, setLastFocusedId } = useRowFocus(grid, rows, virtual.scrollToIndex);

  function move(event: KeyboardEvent<HTMLElement>, id: string) {
    const isOnRow = event.target === event.currentTarget;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !isOnRow) return;
    const doing = { Enter: on.onOpen, e: on.onEdit, m: on.onMove, Delete: on.onDelete }[event.key];
    if (doing) doing(id);
    else {
      const next = treeMove(event.key, rows, id);
      if (!next) return;
      if ("focus" in next) focus(next.focus);
      else if ("fold" in next) on.onFold(next.fold);
      else on.onUnfold(next.unfold);
    }
    event.preventDefault();
  }

  return (
    <div className="relative overflow-clip rounded-lg border border-line bg-surface shadow-raised">
      <RefetchLine isActive={isRefetching} />
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows a table to be a treegrid
        role="treegrid"
        aria-label="Locations"
        aria-readonly="true"
        aria-rowcount={rows.length}
        className="block"
      >
        <tbody
          // biome-ignore lint/a11y/noRedundantRoles: `display: block` takes the native role away
          role="rowgroup"
          className="block"
          style={{ paddingTop: virtual.above, paddingBottom: virtual.below }}
        >
          {virtual.drawn.map((index) => {
            const row = rows[index];
            if (!row) return null;
            const { id } = row.location;
            return (
              <LocationTreeRow
                key={id}
                row={row}
                index={index}
                holds={holds(id)}
                isTabbable={id === tabbableId}
                isDimmed={matches !== null && !matches.has(id)}
                onKeyDown={(event) => move(event, id)}
                onFocus={() => setLastFocusedId(id)}
                onToggle={() => (row.isExpanded ? on.onFold(id) : on.onUnfold(id))}
                onCreateInside={on.onCreateInside && (() => on.onCreateInside?.(id))}
                onEdit={on.onEdit && (() => on.onEdit?.(id))}
                onMove={on.onMove && (() => on.onMove?.(id))}
                onDelete={on.onDelete && (() => on.onDelete?.(id))}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function useDrawnRows(grid: RefObject<HTMLTableElement | null>, rows: readonly TreeRow[]) {
  const [top, setTop] = useState(0);
  const height = useIsCoarse() ? ROW_HEIGHTS.coarse : ROW_HEIGHTS.fine;
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.location.id ?? index,
    overscan: OVERSCAN,
    scrollMargin: top,
    scrollPaddingStart: COVERED,
    scrollPaddingEnd: COVERED,
    useFlushSync: false,
  });
  useLayoutEffect(() => virtual.measure(), [virtual, height]);
  // What stands above may grow or shrink with any render.
  useLayoutEffect(() => {
    if (grid.current) setTop(Math.round(grid.current.getBoundingClientRect().top + window.scrollY));
  });
  const items = virtual.getVirtualItems();
  return {
    drawn: items.map(({ index }) => index),
    above: Math.max(0, (items[0]?.start ?? top) - top),
    below: Math.max(0, virtual.getTotalSize() - ((items.at(-1)?.end ?? top) - top)),
    scrollToIndex: (index: number) => virtual.scrollToIndex(index, { align: "auto" }),
  };
}

/** One row has the focus, or would take it; a row that is not drawn is scrolled to and takes it once it is. */
function useRowFocus(
  grid: RefObject<HTMLTableElement | null>,
  rows: readonly TreeRow[],
  scrollToIndex: (index: number) => void,
) {
  const [lastFocusedId, setLastFocusedId] = useState<string | null>(null);
  const awaited = useRef<string | null>(null);
  const rowOf = (id: string) => grid.current?.querySelector<HTMLElement>(`[data-location="${id}"]`);
  useLayoutEffect(() => {
    if (awaited.current === null) return;
    const row = rowOf(awaited.current);
    if (!row) return;
    awaited.current = null;
    row.focus({ preventScroll: true });
  });

  const indexOf = (id: string | null) => rows.findIndex((row) => row.location.id === id);
  function focus(id: string | undefined) {
    if (id === undefined) return;
    scrollToIndex(indexOf(id));
    const row = rowOf(id);
    if (row) row.focus({ preventScroll: true });
    else awaited.current = id;
  }
  const step = (by: number) => {
    const from = indexOf(lastFocusedId);
    focus(rows[Math.min(Math.max(from + by, 0), rows.length - 1)]?.location.id);
  };
  const common = { section: "This page", isPaletteHidden: true } as const;
  useRegisterActions([
    { ...common, id: "rows.next", label: "Next row", keys: "j", run: () => step(1) },
    { ...common, id: "rows.previous", label: "Previous row", keys: "k", run: () => step(-1) },
  ]);
  const tabbableId = indexOf(lastFocusedId) === -1 ? rows[0]?.location.id : lastFocusedId;
  return { tabbableId, focus, setLastFocusedId };
}
