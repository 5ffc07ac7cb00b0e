import { expect, it } from "vitest";
import { isFiltered, listInputOf, readItemsSearch } from "./items-search.ts";

it("what a URL cannot mean is left out, not an error", () => {
  expect(readItemsSearch({ q: " ", low_stock: "maybe", sort: "colour", new: "no", other: 1 })).toEqual({});
});

it("filters survive the URL, and the default sort is not written into it", () => {
  expect(readItemsSearch({ q: "m3", bin_id: "bin_1", low_stock: true, sort: "-updated_at" })).toEqual({
    q: "m3",
    bin_id: "bin_1",
    low_stock: true,
  });
});

it("of a bin and a location the bin counts", () => {
  expect(readItemsSearch({ bin_id: "bin_1", location_id: "loc_1" })).toEqual({ bin_id: "bin_1" });
});

it("the list is asked for filters alone, not for the open dialog", () => {
  expect(listInputOf({ q: "m3", new: true })).toEqual({ q: "m3", sort: "-updated_at", include_total: true });
});

it("a sort is no filter", () => {
  expect([isFiltered({ sort: "name" }), isFiltered({ low_stock: true })]).toEqual([false, true]);
});
