import type { Location } from "@stowage/contract/locations";

/** A line of the tree as it is drawn: only what is not folded away. */
export interface TreeRow {
  location: Location;
  /** 1 for libraries. */
  level: number;
  hasChildren: boolean;
  isExpanded: boolean;
  positionInSet: number;
  setSize: number;
}

type ChildrenOf = ReadonlyMap<string | null, readonly Location[]>;

/** Children by parent, each in the order of the names a reader expects (Shelf 2 before Shelf 10). */
export function childrenOf(locations: readonly Location[]): ChildrenOf {
  const known = new Set(locations.map((location) => location.id));
  const byParent = new Map<string | null, Location[]>();
  for (const location of locations) {
    // A parent that is not in the list (filtered away by the key's or reader's bounds) makes it a root here.
    const parent = location.parent_id !== null && known.has(location.parent_id) ? location.parent_id : null;
    const siblings = byParent.get(parent);
    if (siblings) siblings.push(location);
    else byParent.set(parent, [location]);
  }
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  for (const siblings of byParent.values()) siblings.sort((a, b) => collator.compare(a.name, b.name));
  return byParent;
}

/** The rows to draw, given which places are folded. */
export function treeRows(children: ChildrenOf, isFolded: (id: string) => boolean): TreeRow[] {
  const rows: TreeRow[] = [];
  const walk = (parent: string | null, level: number) => {
    const siblings = children.get(parent) ?? [];
    for (const [index, location] of siblings.entries()) {
      const hasChildren = children.has(location.id);
      const isExpanded = hasChildren && !isFolded(location.id);
      rows.push({
        location,
        level,
        hasChildren,
        isExpanded,
        positionInSet: index + 1,
        setSize: siblings.length,
      });
      if (isExpanded) walk(location.id, level + 1);
    }
  };
  walk(null, 1);
  return rows;
}

/** The places whose name or description holds `query`, with all that lead to them; the matches apart. */
export function searchLocations(
  locations: readonly Location[],
  query: string,
): { shown: Location[]; matches: ReadonlySet<string> } {
  const wanted = query.trim().toLocaleLowerCase();
  const matches = new Set(
    locations
      .filter(({ name, description }) => `${name}\n${description}`.toLocaleLowerCase().includes(wanted))
      .map((location) => location.id),
  );
  const kept = new Set(locations.filter(({ id }) => matches.has(id)).flatMap((location) => location.path));
  return { shown: locations.filter((location) => kept.has(location.id)), matches };
}

/** What a key does in the tree, by the ARIA pattern: move the focus, fold or unfold. Null for keys that mean nothing. */
export type TreeMove = { focus: string } | { fold: string } | { unfold: string } | null;

export function treeMove(key: string, rows: readonly TreeRow[], focusedId: string): TreeMove {
  const index = rows.findIndex((row) => row.location.id === focusedId);
  const row = rows[index];
  if (!row) return null;
  const focus = (target: TreeRow | undefined): TreeMove => (target ? { focus: target.location.id } : null);
  switch (key) {
    case "ArrowDown":
      return focus(rows[index + 1]);
    case "ArrowUp":
      return focus(rows[index - 1]);
    case "Home":
      return focus(rows[0]);
    case "End":
      return focus(rows.at(-1));
    case "ArrowRight":
      if (!row.hasChildren) return null;
      return row.isExpanded ? focus(rows[index + 1]) : { unfold: focusedId };
    case "ArrowLeft":
      if (row.isExpanded) return { fold: focusedId };
      return focus(rows.slice(0, index).findLast((other) => other.level === row.level - 1));
    default:
      return null;
  }
}
