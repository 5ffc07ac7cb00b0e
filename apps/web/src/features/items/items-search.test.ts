import { expect, it } from "vitest";
import { changeSearch, filterChips, filtersOf, isFiltered, readItemsSearch } from "./items-search.ts";

it.each([
  [
    { low_stock: "true", sort: "name" },
    { low_stock: true, sort: "name" },
  ],
  [{ low_stock: "0", sort: "colour", extra: 1 }, {}],
  [{ q: "  screw ", sort: "-updated_at" }, { q: "screw" }],
  [{ q: 4006381 }, { q: "4006381" }],
  [{ tag: "steel" }, { tag: ["steel"] }],
  [{ tag: ["steel", "steel", " ", "metric"] }, { tag: ["steel", "metric"] }],
  [{ expiring_before: "2026-02-28" }, { expiring_before: "2026-02-28" }],
  [{ expiring_before: "soon" }, {}],
  [{ custom: ["voltage=12", "Voltage=12", "nothing"] }, { custom: ["voltage=12"] }],
  [{ custom: ["nothing"] }, {}],
  [
    { barcode: "4006381", sku: "A-1", external_id: "x" },
    { barcode: "4006381", sku: "A-1", external_id: "x" },
  ],
])("what the address says is read, and what it cannot mean is left out: %j", (address, search) => {
  expect(readItemsSearch(address)).toEqual(search);
});

it.each([
  [{ bin_id: "bin_1", location_id: "loc_1", recursive: true, inbox: true }, { bin_id: "bin_1" }],
  [
    { location_id: "loc_1", recursive: true, inbox: true },
    { location_id: "loc_1", recursive: true },
  ],
  [{ recursive: true, inbox: true }, { inbox: true }],
  [{ recursive: true }, {}],
])("of several places the narrowest counts: %j", (address, search) => {
  expect(readItemsSearch(address)).toEqual(search);
});

it("an address that was read reads the same again", () => {
  const search = readItemsSearch({
    q: "a",
    tag: ["x", "y"],
    custom: ["k=v"],
    location_id: "loc_1",
    new: true,
  });
  expect(readItemsSearch({ ...search })).toEqual(search);
});

it("order and dialogs are no filters", () => {
  expect(isFiltered({ sort: "name", new: true })).toBe(false);
  expect(isFiltered({ inbox: true })).toBe(true);
  expect(filtersOf({ sort: "name", new: true, q: "a" })).toEqual({ q: "a" });
});

it("each chip takes off its own filter and leaves the others", () => {
  const search = { q: "a", tag: ["x", "y"], sku: "A-1", custom: ["volt=12"] };
  const chips = filterChips(search);
  expect(chips.map(({ label }) => label)).toEqual(["Tag: x", "Tag: y", "SKU: A-1", "volt = 12"]);
  expect(chips[0]?.without).toEqual({ ...search, tag: ["y"] });
  expect(chips[3]?.without).toEqual({ q: "a", tag: ["x", "y"], sku: "A-1" });
});

it("a filter set to nothing is gone from the address", () => {
  expect(changeSearch({ q: "a", tag: ["x"] }, { q: undefined, tag: [] })).toEqual({});
});
