import { type KeyboardEvent, useRef, useState } from "react";
import { RefetchLine } from "../../components/ui/refetch-line.tsx";
import { type TreeRow, treeMove } from "./location-tree.ts";
import { LocationTreeRow } from "./location-tree-row.tsx";

interface LocationTreeGridProps {
  rows: readonly TreeRow[];
  /** While searching, the places that match; the others only lead there. */
  matches: ReadonlySet<string> | null;
  isRefetching?: boolean;
  onFold: (id: string) => void;
  onUnfold: (id: string) => void;
  /** Each of these is left out where the role may not do it. */
  onCreateInside?: (id: string) => void;
  onEdit?: (id: string) => void;
  onDelete?: (id: string) => void;
}

/**
 * The tree of places, as a treegrid since its rows hold buttons. One row takes the Tab key; arrows, Home and End move,
 * Right unfolds or goes in, Left folds or goes out, Enter edits, and Delete asks to delete.
 */
export function LocationTreeGrid({ rows, matches, isRefetching = false, ...on }: LocationTreeGridProps) {
  const grid = useRef<HTMLTableElement>(null);
  const [lastFocusedId, setLastFocusedId] = useState<string | null>(null);
  const tabbableId = rows.some((row) => row.location.id === lastFocusedId)
    ? lastFocusedId
    : rows[0]?.location.id;

  function move(event: KeyboardEvent<HTMLElement>, id: string) {
    const isOnRow = event.target === event.currentTarget;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !isOnRow) return;
    if (event.key === "Enter") on.onEdit?.(id);
    else if (event.key === "Delete") on.onDelete?.(id);
    else {
      const next = treeMove(event.key, rows, id);
      if (!next) return;
      if ("focus" in next)
        grid.current?.querySelector<HTMLElement>(`[data-location="${next.focus}"]`)?.focus();
      else if ("fold" in next) on.onFold(next.fold);
      else on.onUnfold(next.unfold);
    }
    event.preventDefault();
  }

  return (
    <div className="relative overflow-hidden rounded-lg border border-line bg-surface shadow-raised">
      <RefetchLine isActive={isRefetching} />
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows a table to be a treegrid
        role="treegrid"
        aria-label="Locations"
        aria-readonly="true"
        className="block"
      >
        {/* biome-ignore lint/a11y/noRedundantRoles: `display: block` takes the native role away */}
        <tbody role="rowgroup" className="block divide-y divide-line">
          {rows.map((row) => {
            const { id } = row.location;
            return (
              <LocationTreeRow
                key={id}
                row={row}
                isTabbable={id === tabbableId}
                isDimmed={matches !== null && !matches.has(id)}
                onKeyDown={(event) => move(event, id)}
                onFocus={() => setLastFocusedId(id)}
                onToggle={() => (row.isExpanded ? on.onFold(id) : on.onUnfold(id))}
                onCreateInside={on.onCreateInside && (() => on.onCreateInside?.(id))}
                onEdit={on.onEdit && (() => on.onEdit?.(id))}
                onDelete={on.onDelete && (() => on.onDelete?.(id))}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
