import { callApi } from "./api.mjs";
import { eachOf } from "./each-of.mjs";
import { progressBar } from "./progress-bar.mjs";
import { BINS, itemsOf, LOCATIONS } from "./workshop.mjs";

/** Requests under way at once: the server answers faster than one at a time can ask. */
const PARALLEL = 8;

/** Fills the key's workspace. A workspace that has the workshop already is refused before anything is written. */
export async function seedWorkshop({ url, key, output }) {
  const api = { url, headers: { authorization: `Bearer ${key}` } };
  await refuseSecondTime(api);
  const items = BINS.flatMap((bin, index) => itemsOf(bin, index).map((item) => ({ ...item, bin: bin.name })));
  const progress = progressBar(output, "Filling the workshop", LOCATIONS.length + BINS.length + items.length);

  const locationIds = new Map();
  for (const { parent, ...location } of LOCATIONS) {
    const body = { ...location, ...(parent && { parent_id: locationIds.get(parent) }) };
    const { answer } = await callApi(api, "POST", "/locations", body);
    locationIds.set(location.name, answer.id);
    progress.step();
  }
  const binIds = new Map();
  await eachOf(BINS, PARALLEL, async ({ location, name, tags }) => {
    const { answer } = await callApi(api, "POST", "/bins", {
      name,
      tags,
      location_id: locationIds.get(location),
    });
    binIds.set(name, answer.id);
    progress.step();
  });
  await eachOf(items, PARALLEL, async ({ bin, ...item }) => {
    await callApi(api, "POST", "/items", { ...item, bin_id: binIds.get(bin) });
    progress.step();
  });
  return { locations: LOCATIONS.length, bins: BINS.length, items: items.length };
}

async function refuseSecondTime(api) {
  const name = LOCATIONS[0]?.name ?? "";
  const { answer } = await callApi(api, "GET", `/locations?q=${encodeURIComponent(name)}`);
  if (answer.data.some((location) => location.name === name && location.parent_id === null))
    throw new Error(`This workspace already has a place named ${name}. Nothing was written.`);
}
