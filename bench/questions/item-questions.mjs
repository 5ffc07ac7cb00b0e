import { asked, pageIs, totalIs } from "./checks.mjs";

const SORTS = ["name", "created_at", "updated_at", "quantity", "expires_on"];
export const itemSorts = SORTS.flatMap((sort) => [sort, `-${sort}`]);

/** Filters whose matches are also counted: those that a screen shows a number of. */
const COUNTED = /^low_stock=true|^tag|^expiring|^q=|recursive/;

/** What a search of the list looks into. */
const textOf = ({ name, sku, barcodes, tags, model, manufacturer, notes }) =>
  [name, sku, ...barcodes, ...tags, model, manufacturer, notes].join(" ").toLowerCase();

const says = (item, q) => q.split(" ").every((word) => textOf(item).includes(word));

/**
 * Each filter, and what has it: of what the seed made as well as of what is answered.
 * @returns {[query: string, has: (item: any) => boolean][]}
 */
function filtersOf({ inventory, loose, today, bound }, pathOf) {
  const { places, bins, items } = inventory;
  const [bin] = bins;
  const site = places.find(({ name }) => name === "Warehouse");
  const { location_id } = items.find((item) => item.location_id !== null);
  const [barcode] = items.find((item) => item.barcodes.length > 0).barcodes;
  const { sku } = items.find((item) => item.sku !== null);
  const { supplier, price } = items.find((item) => item.custom_fields.price !== undefined).custom_fields;
  const supplied = `custom.supplier=${encodeURIComponent(supplier)}`;
  const soon = new Date(today + 7 * 86_400_000).toISOString().slice(0, 10);
  const since = loose[0].created_at;
  const hasTags =
    (...tags) =>
    (item) =>
      tags.every((tag) => item.tags.includes(tag));
  const isLoose = (item) => item.bin_id === null && item.location_id === null;
  const fields = (item) => item.custom_fields;
  return [
    [`bin_id=${bin.id}`, (item) => item.bin_id === bin.id],
    [`bin_id=${bin.code}`, (item) => item.bin_id === bin.id],
    [`location_id=${location_id}`, (item) => item.location_id === location_id],
    [`location_id=${bound.id}&recursive=true`, (item) => pathOf(item).includes(bound.id)],
    [`recursive=true&location_id=${site.id}`, (item) => pathOf(item).includes(site.id)],
    ["inbox=true", isLoose],
    ["inbox=false", (item) => !isLoose(item)],
    ["tag=reorder", hasTags("reorder")],
    ["tag=reorder&tag=brass", hasTags("reorder", "brass")],
    ["low_stock=true", (item) => item.is_low],
    ["low_stock=false", (item) => !item.is_low],
    [`expiring_before=${soon}`, (item) => item.expires_on !== null && item.expires_on < soon],
    [`updated_since=${since}`, (item) => item.updated_at >= since],
    [`barcode=${barcode}`, (item) => item.barcodes.includes(barcode)],
    ["external_id=stock-000042", (item) => item.external_id === "stock-000042"],
    [`sku=${sku}`, (item) => item.sku === sku],
    [supplied, (item) => fields(item).supplier === supplier],
    [
      `${supplied}&custom.price=${price}`,
      (item) => fields(item).supplier === supplier && fields(item).price === price,
    ],
    ["q=knipex", (item) => says(item, "knipex")],
    ["q=knipex%20brass", (item) => says(item, "knipex brass")],
    ["q=qzxwvk", () => false],
    [
      "low_stock=true&tag=reorder&q=knipex",
      (item) => item.is_low && item.tags.includes("reorder") && says(item, "knipex"),
    ],
  ];
}

/**
 * The list of items: each sort, first page and deep; each filter by the usual sort and by name; counts; the trash.
 * @param {import("./stage.mjs").Stage} stage
 * @param {import("./views.mjs").View} view
 * @param {{ sort: string, cursor: string, depth: number }[]} deep
 * @returns {import("./questions.mjs").Asked[]}
 */
export function itemQuestions(stage, { isWhole, items, trash, pathOf }, deep) {
  const site = stage.inventory.places.find(({ name }) => name === "Warehouse");
  const about = (query, check) => asked(`/items?${query}`, check);
  const total = items.length;
  const isDeleted = (item) => item.deleted_at !== null;
  const hasItsPlace = (item) =>
    item.location_path.at(-1)?.id === pathOf(item).at(-1) && (item.bin?.id ?? null) === item.bin_id;
  const filters = filtersOf(stage, pathOf).filter(([query]) => isWhole || !query.includes(site.id));
  return [
    ...itemSorts.map((sort) => about(`sort=${sort}`, pageIs({ total, sort }))),
    ...deep.map(({ sort, cursor, depth }) =>
      about(`sort=${sort}&cursor=${cursor}`, pageIs({ total: total - depth, sort })),
    ),
    ...filters.flatMap(([query, has]) => {
      const matching = items.filter(has).length;
      const counting = about(`${query}&limit=1&include_total=true`, totalIs(matching));
      return [
        ...["", "&sort=name"].map((sort) => about(query + sort, pageIs({ total: matching, has }))),
        ...(COUNTED.test(query) ? [counting] : []),
      ];
    }),
    about("limit=1&include_total=true", totalIs(total)),
    about("deleted=true", pageIs({ total: trash.length, has: isDeleted })),
    about("deleted=true&q=scrap", pageIs({ total: trash.length, has: isDeleted })),
    about("include=bin,location_path", pageIs({ total, has: isWhole ? hasItsPlace : undefined })),
    about("fields=id,name&limit=200", pageIs({ total, rows: 200 })),
  ];
}
