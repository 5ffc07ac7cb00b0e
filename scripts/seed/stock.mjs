import { BINS } from "./workshop.mjs";

/** How much of each there is: so much lies in a bin, so many stand on a shelf, and so on up to the hall. */
const ITEMS_A_BIN = 25;
const BINS_A_SHELF = 10;
const SHELVES_AN_AISLE = 6;
const AISLES_A_HALL = 6;

const MAKERS = ["Würth", "Bossard", "Fischer", "Fabory", "Hilti", "Reca", "Spax", "Bahco", "Wera", "Knipex", "Stahlwille", "Gedore"]; // biome-ignore format: a list
const FINISHES = ["A2", "A4", "zinc", "black", "brass", "hot-dip", "titanium", "PA6", "blue", "raw", "nickel", "copper"]; // biome-ignore format: a list
const SUPPLIERS = ["Conrad", "RS", "Mouser", "Hornbach", "Farnell", "the flea market"];
const NOTES = [
  "Reorder before the summer course.",
  "From the old stock; check the thread before use.",
  "Opened bags are in the drawer on the left.",
  "For the 3D printer and the CNC alike.",
  "Do not mix with the imperial ones.",
];
const PERISHABLE = /paint|glue|oil|varnish|epoxy|silicone|filler|battery|grease|lacquer|tape/i;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The same numbers for the same seed, so that a second run knows what the first has made. (mulberry32) */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Places for so many items, each after the one that holds it. `key` is its way from the root, in names.
 * @param {number} items
 */
export function stockPlaces(items) {
  const shelves = Math.ceil(binCount(items) / BINS_A_SHELF);
  const root = "Warehouse";
  /** @type {{ key: string, name: string, kind: string, parent: string | null }[]} */
  const places = [{ key: root, name: root, kind: "site", parent: null }];
  const known = new Set([root]);
  for (let shelf = 0; shelf < shelves; shelf++) {
    const [hall, aisle] = hallAndAisle(shelf);
    const steps = [
      [`Hall ${hall}`, "building"],
      [`Aisle ${hall}${aisle}`, "area"],
      [shelfName(shelf), "shelf"],
    ];
    let parent = root;
    for (const [name, kind] of steps) {
      const key = `${parent}/${name}`;
      if (!known.has(key)) places.push({ key, name, kind, parent });
      known.add(key);
      parent = key;
    }
  }
  return places;
}

function hallAndAisle(shelf) {
  const aisle = Math.floor(shelf / SHELVES_AN_AISLE);
  return [letters(Math.floor(aisle / AISLES_A_HALL)), (aisle % AISLES_A_HALL) + 1];
}

function shelfName(shelf) {
  const [hall, aisle] = hallAndAisle(shelf);
  return `Shelf ${hall}${aisle}-${(shelf % SHELVES_AN_AISLE) + 1}`;
}

const letters = (n) => (n < 26 ? "" : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));

export const binCount = (items) => Math.ceil(items / ITEMS_A_BIN);

/** The `n`-th bin: its name is its own, and `place` is the key of where it stands. */
export function stockBin(n) {
  const shelf = Math.floor(n / BINS_A_SHELF);
  const [hall, aisle] = hallAndAisle(shelf);
  const kind = BINS[n % BINS.length];
  const name = shelfName(shelf);
  return {
    place: `Warehouse/Hall ${hall}/Aisle ${hall}${aisle}/${name}`,
    name: `${name.replace("Shelf ", "")}-${String((n % BINS_A_SHELF) + 1).padStart(2, "0")} ${kind.name}`,
    tags: kind.tags,
  };
}

/** The `n`-th item, as people would have written it down. `bin` is the number of its bin; some lie beside one. */
export function stockItem(n, today = Date.now()) {
  const random = randomOf(n + 1);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const bin = Math.floor(n / ITEMS_A_BIN);
  const { noun, variants, usual, unit, tags } = BINS[bin % BINS.length];
  const [maker, finish] = [pick(MAKERS), pick(FINISHES)];
  const stock = usual * random() ** 2 * 3;
  const item = {
    name: `${noun} ${variants[n % variants.length]}, ${finish}, ${maker}`,
    quantity: unit === "pcs" ? Math.round(stock) : Math.round(stock * 10) / 10,
    unit,
    min_quantity: random() < 0.35 ? Math.max(1, Math.round(usual * 0.25)) : null,
    barcodes: random() < 0.7 ? [ean13(4_000_000_000_00 + n)] : [],
    sku: random() < 0.5 ? `${maker.slice(0, 3).toUpperCase()}-${String(n).padStart(6, "0")}` : null,
    external_id: `stock-${String(n + 1).padStart(6, "0")}`,
    tags: [...tags, finish.toLowerCase(), ...(random() < 0.2 ? ["reorder"] : [])],
    notes: random() < 0.3 ? pick(NOTES) : "",
    manufacturer: maker,
    model: random() < 0.4 ? `${finish}-${100 + Math.floor(random() * 900)}` : null,
    custom_fields:
      random() < 0.4 ? { supplier: pick(SUPPLIERS), price: Math.round(random() * 5_000) / 100 } : {},
    expires_on: expiryOf(noun, random, today),
  };
  return { bin, liesBeside: random() < 0.04, item };
}

function expiryOf(noun, random, today) {
  if (!PERISHABLE.test(noun) && random() > 0.02) return null;
  return new Date(today + (random() * 900 - 60) * DAY_MS).toISOString().slice(0, 10);
}

/** Twelve digits and the thirteenth that checks them. */
function ean13(digits) {
  const text = String(digits).padStart(12, "0");
  const sum = [...text].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return `${text}${(10 - (sum % 10)) % 10}`;
}
