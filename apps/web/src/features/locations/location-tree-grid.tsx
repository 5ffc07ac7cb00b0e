import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { RefetchLine } from "../../components/ui/refetch-line.tsx";
import { useWindowRows } from "../../components/ui/use-window-rows.ts";
import { useRegisterActions } from "../../lib/actions.ts";
import { useIsCoarse } from "../../lib/use-is-coarse.ts";
import { type TreeRow, treeMove } from "./location-tree.ts";
import { LocationTreeRow } from "./location-tree-row.tsx";

/** In pixels, by pointer: a finger needs more. A row is never measured, so that no scroll waits for it. */
const ROW_HEIGHTS = { fine: 40, coarse: 48 };
const OVERSCAN = 10;
/** What a phone's bars cover. */
const COVERED = { top: 80, bottom: 80 };

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
  const body = useRef<HTMLTableSectionElement>(null);
  const height = useIsCoarse() ? ROW_HEIGHTS.coarse : ROW_HEIGHTS.fine;
  const sight = useWindowRows({ body, count: rows.length, height, overscan: OVERSCAN, covered: COVERED });
  const { tabbableId, focus, setLastFocusedId } = useRowFocus(body, rows, sight.scrollTo);

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
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows a table to be a treegrid
        role="treegrid"
        aria-label="Locations"
        aria-readonly="true"
        aria-rowcount={rows.length}
        className="block"
      >
        <tbody
          ref={body}
          // biome-ignore lint/a11y/noRedundantRoles: `display: block` takes the native role away
          role="rowgroup"
          className="block"
          style={{ paddingTop: sight.above, paddingBottom: sight.below }}
        >
          {rows.slice(sight.first, sight.last + 1).map((row, position) => {
            const index = sight.first + position;
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

/** One row has the focus, or would take it; a row that is not drawn is scrolled to and takes it once it is. */
function useRowFocus(
  body: RefObject<HTMLElement | null>,
  rows: readonly TreeRow[],
  scrollTo: (index: number) => void,
) {
  const [lastFocusedId, setLastFocusedId] = useState<string | null>(null);
  const awaited = useRef<string | null>(null);
  const rowOf = (id: string) => body.current?.querySelector<HTMLElement>(`[data-location="${id}"]`);
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
    scrollTo(indexOf(id));
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
