import { anything, asked, hasMembers, pageIs, totalIs } from "./checks.mjs";

/**
 * Bins, places, what is in them, and labels.
 * @param {import("./stage.mjs").Stage} stage
 * @param {import("./views.mjs").View} view
 * @returns {import("./questions.mjs").Asked[]}
 */
export function placeQuestions(stage, view) {
  return [...binQuestions(stage, view), ...locationQuestions(stage, view), ...labelQuestions(stage, view)];
}

/** @returns {import("./questions.mjs").Asked[]} */
function binQuestions({ bound }, { isWhole, bins, items, places, pathOf }) {
  const total = bins.length;
  const [bin] = bins;
  const [tag] = bin.tags;
  const item = items.find(({ id }) => id);
  const shelf = places.find(({ id }) => id === bin.location_id);
  const hasTag = ({ tags }) => tags.includes(tag);
  const isOf = (place) => (one) => one.location_id === place.id;
  const isOfBin = ({ bin_id }) => bin_id === bin.id;
  const sorts = ["name", "created_at", "updated_at"].flatMap((sort) => [sort, `-${sort}`]);
  return [
    ...sorts.map((sort) => asked(`/bins?sort=${sort}`, pageIs({ total, sort }))),
    [`/bins?tag=${encodeURIComponent(tag)}`, pageIs({ total: bins.filter(hasTag).length, has: hasTag })],
    [`/bins?location_id=${shelf.id}`, pageIs({ total: bins.filter(isOf(shelf)).length, has: isOf(shelf) })],
    [
      `/bins?location_id=${bound.id}&recursive=true`,
      pageIs({ total: bins.filter((one) => pathOf(one).includes(bound.id)).length }),
    ],
    ["/bins?q=a1-1", pageIs({ has: ({ name }) => name.toLowerCase().includes("a1-1") })],
    ["/bins?updated_since=2100-01-01T00:00:00Z", pageIs({ total: 0 })],
    ["/bins?deleted=true", pageIs({ total: 0 })],
    ["/bins?limit=1&include_total=true", totalIs(total)],
    ["/bins?include=item_count,location_path", pageIs({ total, has: hasItsCount(items) })],
    [`/bins/${bin.id}`, hasMembers({ id: bin.id, name: bin.name })],
    [`/bins/${bin.code}`, hasMembers({ id: bin.id, name: bin.name })],
    [`/bins/${bin.id}/items`, pageIs({ total: items.filter(isOfBin).length, has: isOfBin })],
    ...(isWhole
      ? [asked(`/items/${item.id}?include=bin,location_path`, hasMembers({ id: item.id, name: item.name }))]
      : []),
  ];
}

function hasItsCount(items) {
  const counts = new Map();
  for (const { bin_id } of items) counts.set(bin_id, (counts.get(bin_id) ?? 0) + 1);
  return ({ id, item_count }) => item_count === (counts.get(id) ?? 0);
}

/** @returns {import("./questions.mjs").Asked[]} */
function locationQuestions({ bound }, { isWhole, places, bins, items, pathOf }) {
  const total = places.length;
  const [{ location_id }] = bins;
  const isChild = ({ parent_id }) => parent_id === bound.id;
  const lying = (id, list) => list.filter((one) => one.location_id === id).length;
  const contentsOf = (id) =>
    places.filter(({ parent_id }) => parent_id === id).length + lying(id, bins) + lying(id, items);
  const roots = places.filter(({ id, parent_id }) => (isWhole ? parent_id === null : id === bound.id));
  const below = (root, list) => list.filter((one) => pathOf(one).includes(root.id)).length;
  const isCounted = (library) =>
    library.location_count === places.filter(({ path }) => path.includes(library.id)).length - 1 &&
    library.bin_count === below(library, bins) &&
    library.item_count === below(library, items);
  return [
    ...["name", "-name", "-updated_at", "created_at"].map((sort) =>
      asked(`/locations?sort=${sort}`, pageIs({ total, sort })),
    ),
    [`/locations?parent_id=${bound.id}`, pageIs({ total: places.filter(isChild).length, has: isChild })],
    ["/locations?q=shelf", pageIs({ has: ({ name }) => name.startsWith("Shelf") })],
    ["/locations?limit=1&include_total=true", totalIs(total)],
    [`/locations/${bound.id}`, hasMembers({ id: bound.id, name: bound.name })],
    [`/locations/${location_id}/contents`, pageIs({ total: contentsOf(location_id) })],
    [`/locations/${bound.id}/contents`, pageIs({ total: contentsOf(bound.id) })],
    ["/libraries", pageIs({ total: roots.length, has: isCounted })],
  ];
}

/** @returns {import("./questions.mjs").Asked[]} */
function labelQuestions({ labels }, { isWhole, bins }) {
  const [bin] = bins;
  const isOfBin = ({ target_id }) => target_id === bin.id;
  return [
    ["/codes", pageIs({ total: isWhole ? bins.length + labels.length : undefined })],
    ["/codes?claimed=true", pageIs({ total: bins.length, has: ({ target_id }) => target_id !== null })],
    ["/codes?claimed=false", pageIs({ total: labels.length, has: ({ target_id }) => target_id === null })],
    ["/codes?batch_id=bench", pageIs({ total: labels.length, has: ({ batch_id }) => batch_id === "bench" })],
    [`/codes?target_id=${bin.id}`, pageIs({ total: 1, has: isOfBin })],
    [`/codes/${bin.code}`, hasMembers({ code: bin.code, target_id: bin.id })],
    ["/labels/batches", anything],
  ];
}
