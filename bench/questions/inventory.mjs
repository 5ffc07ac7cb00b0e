import { callApi } from "../../scripts/seed/api.mjs";
import { stockBin, stockItem, stockPlaces } from "../../scripts/seed/stock.mjs";

/** When the stock was made, for comparison: before anything that this names. */
const LONG_AGO = "2000-01-01T00:00:00.000Z";

/**
 * What the seed has made, by its own account: places, bins and items as an answer would have them, as far as questions
 * are asked about them. Of places and bins the ids come from the server.
 * @param {{ url: string, headers: Record<string, string> }} api
 */
export async function inventoryOf(api, count, today) {
  const places = await all(api, "/locations?sort=name");
  const bins = await all(api, "/bins?sort=name");
  const placeByName = new Map(places.map((place) => [place.name, place]));
  const binByName = new Map(bins.map((bin) => [bin.name, bin]));
  for (const { name } of stockPlaces(count))
    if (!placeByName.has(name)) throw new Error(`The seed has not made ${name}.`);
  const items = Array.from({ length: count }, (_, n) => {
    const { bin, liesBeside, item } = stockItem(n, today);
    const { name, place } = stockBin(bin);
    const shelf = placeByName.get(place.slice(place.lastIndexOf("/") + 1));
    return {
      ...item,
      is_low: item.min_quantity !== null && item.quantity <= item.min_quantity,
      bin_id: liesBeside ? null : binByName.get(name).id,
      location_id: liesBeside ? shelf.id : null,
      updated_at: LONG_AGO,
      deleted_at: null,
    };
  });
  return { places, bins, items };
}

async function all(api, path) {
  const rows = [];
  let after = "";
  do {
    const { answer } = await callApi(api, "GET", `${path}&limit=200${after}`);
    rows.push(...answer.data);
    after = answer.next_cursor === null ? "" : `&cursor=${answer.next_cursor}`;
  } while (after);
  return rows;
}
