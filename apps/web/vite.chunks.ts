interface ChunkGroup {
  name: string;
  test?: RegExp;
  tags?: ["$initial"];
  priority: number;
  minShareCount?: number;
}

const icons = (...names: string[]) => `lucide-react/dist/esm/icons/(?:${names.join("|")})\\.mjs`;
const sources = (folder: string, ...names: string[]) => `/src/${folder}/(?:${names.join("|")})\\.tsx?`;
const any = (...patterns: string[]) => new RegExp(patterns.join("|"));

/** With the forms of strangers: what is on the way to every screen. */
const BASE = any(
  "/@tanstack/react-query/build/modern/(?:useQuery|useMutation)\\.",
  sources("components", "brand-mark", "ui/(?:button|field|input|kbd|lazy-part)"),
  sources("components/form", "form-problem", "problem-form", "form-problem-note", "plain-text-field"),
  sources("components/form", "bring-into-sight"),
  sources("features/account", "account-card"),
  sources("lib", "problem", "shortcuts"),
);

/** What surrounds every screen of someone signed in, and what nearly each of them has. */
const FRAME = any(
  sources("features/frame", "app-frame"),
  sources("components/ui", "page-header", "refetch-line", "search-input", "skeleton", "view-only-badge"),
  sources("components/search", "use-open-thing", "hit-line"),
  sources("features/items", "expiry-words"),
  sources("lib", "format", "live", "mutate", "stored-state", "use-may", "use-settled"),
  icons(
    "archive",
    "calendar-clock",
    "ellipsis",
    "list-todo",
    "map-pin",
    "package",
    "plus",
    "search",
    "trash",
  ),
  icons("triangle-exclamation-point", "x"),
);

/** The tables of items, bins, tasks and the like. */
const LIST = any(
  sources("components/things", "delete-thing", "list-foot", "tag-list", "thing-(?:row|table|table-skeleton)"),
  sources("components/things", "use-row-keys"),
  sources("components/places", "location-options", "path-label", "place-options"),
  sources("components/ui", "badge", "filter-chips", "query-problem", "reached-for", "row-menu", "select"),
  sources("components/ui", "sort-head-cell", "time", "url-search-input"),
  sources("features/items", "expiry-mark", "item-actions", "low-badge", "quantity-stepper"),
  sources("lib", "curl", "undo-toast", "use-paged-rows", "use-row-selection"),
  icons("chevron-down", "columns-3", "eye", "inbox", "list-filter", "minus", "search-x", "square-check"),
);

/**
 * Which modules share a file. Left alone, what several screens share becomes a file for each combination of them: a
 * hundred requests before a list stands. A group takes along all that its modules import, except what a group of a
 * higher priority has; so what a first screen loads is the few files named first, and no word of the rest.
 */
export const CHUNK_GROUPS: ChunkGroup[] = [
  { name: "main", tags: ["$initial"], priority: 6 },
  { name: "base", test: BASE, priority: 5 },
  { name: "frame", test: FRAME, priority: 4 },
  { name: "list", test: LIST, priority: 3 },
  { name: "icons", test: /node_modules\/lucide-react/, priority: 2 },
  { name: "popups", test: /node_modules\/@base-ui/, priority: 1 },
  { name: "forms", test: /components\/form\/use-app-form/, priority: 1 },
  { name: "common", test: /src\/(?:lib|components)\//, minShareCount: 4, priority: 0 },
];
