import { callApi } from "./api.mjs";
import { eachOf } from "./each-of.mjs";
import { progressBar } from "./progress-bar.mjs";
import { binCount, stockBin, stockItem, stockPlaces } from "./stock.mjs";

/** Operations of one bulk request: as many as one may hold. */
const BULK = 500;
/** A workspace's writes take turns anyway: while one request is being done, the next is under way. */
const REQUESTS_AT_ONCE = 2;

/**
 * Fills the key's workspace with a warehouse of so many items. What an earlier run has made stays as it is, so that a
 * run that was stopped is finished by the next. What expires does so some time from `today`, in milliseconds.
 */
export async function seedStock({ url, key, output, items, today = Date.now() }) {
  const api = { url, headers: { authorization: `Bearer ${key}` } };
  const startedAt = performance.now();
  const places = stockPlaces(items);
  const progress = progressBar(output, "Filling the warehouse", places.length + binCount(items) + items);
  const made = { locations: 0, bins: 0, items: 0, seconds: 0 };
  const locationIds = await makePlaces(api, places, { made, progress });
  const binIds = await makeBins(api, items, { locationIds, made, progress });
  await makeItems(api, items, { locationIds, binIds, made, progress, today });
  made.seconds = (performance.now() - startedAt) / 1000;
  return made;
}

/** All pages of a list. */
async function* listed(api, path) {
  let cursor = null;
  do {
    const after = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const { answer } = await callApi(api, "GET", `${path}&limit=200${after}`);
    yield* answer.data;
    cursor = answer.next_cursor;
  } while (cursor !== null);
}

/** @returns {Promise<Map<string, string>>} ids by key */
async function makePlaces(api, places, { made, progress }) {
  const ids = new Map();
  const there = new Map();
  for await (const { id, parent_id, name } of listed(api, "/locations?sort=name"))
    there.set(`${parent_id} ${name}`, id);
  for (const { key, parent, ...place } of places) {
    const parent_id = parent === null ? null : ids.get(parent);
    const known = there.get(`${parent_id} ${place.name}`);
    if (!known) made.locations++;
    ids.set(key, known ?? (await callApi(api, "POST", "/locations", { ...place, parent_id })).answer.id);
    progress.step();
  }
  return ids;
}

/** Bins have no name that only one may have: those that stand where they should are taken for ours. */
async function makeBins(api, items, { locationIds, made, progress }) {
  const ids = new Map();
  const root = locationIds.get("Warehouse");
  const there = new Map();
  for await (const { id, location_id, name } of listed(
    api,
    `/bins?sort=name&location_id=${root}&recursive=true`,
  ))
    there.set(`${location_id} ${name}`, id);
  const missing = [];
  for (let n = 0; n < binCount(items); n++) {
    const { place, ...bin } = stockBin(n);
    const location_id = locationIds.get(place);
    const known = there.get(`${location_id} ${bin.name}`);
    if (known) ids.set(n, known);
    else missing.push({ n, data: { ...bin, location_id } });
  }
  progress.step(ids.size);
  made.bins = missing.length;
  await eachOf(inBulks(missing), REQUESTS_AT_ONCE, async (some) => {
    const results = await bulk(api, "/bins/bulk", some, progress);
    for (const [index, { data }] of results.entries()) ids.set(some[index].n, data.id);
  });
  return ids;
}

/** Whatever has one of our external ids already stays as it is. */
async function makeItems(api, items, { locationIds, binIds, made, progress, today }) {
  const all = Array.from({ length: items }, (_, n) => n);
  await eachOf(inBulks(all), REQUESTS_AT_ONCE, async (some) => {
    const creations = some.map((n) => {
      const { bin, liesBeside, item } = stockItem(n, today);
      const place = liesBeside
        ? { location_id: locationIds.get(stockBin(bin).place) }
        : { bin_id: binIds.get(bin) };
      return { data: { ...item, ...place } };
    });
    const results = await bulk(api, "/items/bulk", creations, progress);
    made.items += results.filter(({ status }) => status === 201).length;
  });
}

/** Creates some at once. What is there already is a conflict, and no failure. */
async function bulk(api, path, some, progress) {
  const operations = some.map(({ data }) => ({ op: "create", data }));
  const { answer } = await callApi(api, "POST", path, { atomic: false, operations });
  const failed = answer.data.find(({ status }) => status >= 300 && status !== 409);
  if (failed)
    throw new Error(`${path}, operation ${failed.index}: ${failed.error.detail} (${failed.error.code})`);
  progress.step(some.length);
  return answer.data;
}

function inBulks(list) {
  return Array.from({ length: Math.ceil(list.length / BULK) }, (_, n) =>
    list.slice(n * BULK, (n + 1) * BULK),
  );
}
