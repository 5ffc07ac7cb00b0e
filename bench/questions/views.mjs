/**
 * What one caller can reach, by the seed's own account.
 * @typedef {object} View
 * @property {string} key
 * @property {string} by How the caller is named in the table; nothing for the one who reaches all.
 * @property {boolean} isWhole
 * @property {any[]} items
 * @property {any[]} trash
 * @property {any[]} bins
 * @property {any[]} places
 * @property {(thing: any) => string[]} pathOf The ids of the places that an item or a bin is in, from the root.
 */

/**
 * The same questions are asked by a key that reaches all, and by one that is bound to a place.
 * @param {import("./stage.mjs").Stage} stage
 * @returns {View[]}
 */
export function viewsOf({ key, boundedKey, bound, inventory, trash }) {
  const { places, bins, items } = inventory;
  const placeById = new Map(places.map((place) => [place.id, place]));
  const binById = new Map(bins.map((bin) => [bin.id, bin]));
  const pathOf = (thing) =>
    placeById.get(binById.get(thing.bin_id)?.location_id ?? thing.location_id)?.path ?? [];
  const isBelow = (thing) => pathOf(thing).includes(bound.id);
  return [
    { key, by: "", isWhole: true, items, trash, bins, places, pathOf },
    {
      key: boundedKey,
      by: " · bounded",
      isWhole: false,
      items: items.filter(isBelow),
      trash: trash.filter(isBelow),
      bins: bins.filter(isBelow),
      places: places.filter(({ path }) => path.includes(bound.id)),
      pathOf,
    },
  ];
}
