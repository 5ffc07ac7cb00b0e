import type { Item } from "@stowage/contract/items";
import { expect, it } from "vitest";
import { splitList } from "../../lib/word-list.ts";
import { buildItem } from "../../testing/build-item.ts";
import { createInputOf, hasMoreValues, itemValuesOf, newItemValues, updateInputOf } from "./item-values.ts";

const anItem = (part: Partial<Item> = {}) =>
  buildItem({ bin_id: "bin_1", barcodes: ["4006381333931"], tags: ["steel", "metric"], ...part });

it("a form that was not touched changes nothing", () => {
  const item = anItem();
  expect(updateInputOf(item, itemValuesOf(item))).toEqual({});
});

it("only what was changed is sent", () => {
  const item = anItem();
  expect(updateInputOf(item, { ...itemValuesOf(item), name: "M4 screws", sku: "S-4" })).toEqual({
    name: "M4 screws",
    sku: "S-4",
  });
});

it("a new place is sent with both its halves, so that an item is never in two", () => {
  const item = anItem();
  expect(updateInputOf(item, { ...itemValuesOf(item), place: "loc_1" })).toEqual({
    bin_id: null,
    location_id: "loc_1",
  });
  expect(updateInputOf(item, { ...itemValuesOf(item), place: null })).toEqual({
    bin_id: null,
    location_id: null,
  });
});

it("custom fields go as a whole, with their types, and only when one was changed", () => {
  const item = anItem({ custom_fields: { volt: 12, tested: true } });
  const values = itemValuesOf(item);
  expect(updateInputOf(item, values)).toEqual({});
  const renamed = values.custom_fields.map((row) => (row.name === "volt" ? { ...row, text: "24" } : row));
  expect(updateInputOf(item, { ...values, custom_fields: renamed })).toEqual({
    custom_fields: { volt: 24, tested: true },
  });
});

it("an emptied field is cleared, not left as it was", () => {
  const item = anItem({ sku: "S-3", expires_on: "2027-01-01" });
  expect(updateInputOf(item, { ...itemValuesOf(item), sku: " ", expires_on: "" })).toEqual({
    sku: null,
    expires_on: null,
  });
});

it("a new item without a unit counts pieces", () => {
  expect(createInputOf({ ...newItemValues("loc_1"), name: "Ladder", unit: "" })).toMatchObject({
    unit: "pcs",
    bin_id: null,
    location_id: "loc_1",
    quantity: 1,
  });
});

it("lists are cut at commas and line breaks", () => {
  expect(splitList("steel, metric,\n , small")).toEqual(["steel", "metric", "small"]);
});

it("the further fields open by themselves when one is filled in", () => {
  expect([hasMoreValues(newItemValues(null)), hasMoreValues(itemValuesOf(anItem()))]).toEqual([false, true]);
});
