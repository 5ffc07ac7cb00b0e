import { describe, expect, it } from "vitest";

const readers = import.meta.glob<string>("../features/*/*-search.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});
const VALUE_IMPORT =
  /^import (?!type\b)(?!\{(?:\s*type [^,}]+,?)+\s*\}).*from "@stowage\/contract\/(?!limits")/m;

describe("what reads the URL", () => {
  it("is found", () => {
    expect(Object.keys(readers).length).toBeGreaterThan(3);
  });

  // It belongs to the first load of every screen, and the contract's schemas would bring 25 kB of zod with them.
  it.each(Object.entries(readers))("%s takes only types from the contract", (_, source) => {
    expect(source).not.toMatch(VALUE_IMPORT);
  });

  it("would be caught taking a schema", () => {
    expect('import { BinSort, type ListBins } from "@stowage/contract/bins";').toMatch(VALUE_IMPORT);
    expect('import { type A, type B } from "@stowage/contract/bins";').not.toMatch(VALUE_IMPORT);
  });
});
