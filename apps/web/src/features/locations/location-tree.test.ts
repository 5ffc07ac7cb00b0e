import { describe, expect, it } from "vitest";
import { locationOptions } from "../../components/places/location-options.ts";
import { buildLocation } from "../../testing/build-location.ts";
import { childrenOf, searchLocations, treeMove, treeRows } from "./location-tree.ts";

const home = buildLocation("Home");
const garage = buildLocation("Garage", home);
const shelf10 = buildLocation("Shelf 10", garage);
const shelf2 = buildLocation("Shelf 2", garage, { description: "Solder and flux" });
const van = buildLocation("Van");
const all = [shelf10, van, garage, shelf2, home];

const rowsOf = (...folded: string[]) => treeRows(childrenOf(all), (id) => folded.includes(id));
const names = (rows: ReturnType<typeof rowsOf>) =>
  rows.map(({ location, level }) => `${level} ${location.name}`);

describe("the tree of locations", () => {
  it("puts each place under its parent, in the order that a reader expects", () => {
    expect(names(rowsOf())).toEqual(["1 Home", "2 Garage", "3 Shelf 2", "3 Shelf 10", "1 Van"]);
  });

  it("hides what is in a folded place", () => {
    expect(names(rowsOf("Garage"))).toEqual(["1 Home", "2 Garage", "1 Van"]);
  });

  it("tells each row's place among its siblings", () => {
    const [homeRow, , , last] = rowsOf();
    expect([homeRow?.positionInSet, homeRow?.setSize, last?.positionInSet, last?.setSize]).toEqual([
      1, 2, 2, 2,
    ]);
  });

  it("shows a place whose parent may not be seen at the top", () => {
    expect(names(treeRows(childrenOf([shelf2]), () => false))).toEqual(["1 Shelf 2"]);
  });
});

describe("searching locations", () => {
  it("keeps what leads to a match, and finds descriptions too", () => {
    const { shown, matches } = searchLocations(all, " SOLDER ");
    expect(shown.map(({ name }) => name).sort()).toEqual(["Garage", "Home", "Shelf 2"]);
    expect([...matches]).toEqual(["Shelf 2"]);
  });

  it("shows nothing when nothing matches", () => {
    expect(searchLocations(all, "attic").shown).toEqual([]);
  });
});

describe("keys in the tree", () => {
  it("move by rows and to the ends, and stay there", () => {
    expect(treeMove("ArrowDown", rowsOf(), "Home")).toEqual({ focus: "Garage" });
    expect(treeMove("ArrowUp", rowsOf(), "Home")).toBeNull();
    expect(treeMove("End", rowsOf(), "Home")).toEqual({ focus: "Van" });
    expect(treeMove("Home", rowsOf(), "Van")).toEqual({ focus: "Home" });
  });

  it("Right unfolds first and then goes in; on a leaf it does nothing", () => {
    expect(treeMove("ArrowRight", rowsOf("Home"), "Home")).toEqual({ unfold: "Home" });
    expect(treeMove("ArrowRight", rowsOf(), "Home")).toEqual({ focus: "Garage" });
    expect(treeMove("ArrowRight", rowsOf(), "Van")).toBeNull();
  });

  it("Left folds first and then goes out to the parent", () => {
    expect(treeMove("ArrowLeft", rowsOf(), "Garage")).toEqual({ fold: "Garage" });
    expect(treeMove("ArrowLeft", rowsOf(), "Shelf 10")).toEqual({ focus: "Garage" });
    expect(treeMove("ArrowLeft", rowsOf("Home"), "Home")).toBeNull();
  });
});

describe("places as choices", () => {
  it("leave out the place itself and all that is in it, which cannot be its parent", () => {
    expect(locationOptions(all, "Garage").map(({ label }) => label)).toEqual(["Home", "Van"]);
  });

  it("are told apart by the path to them", () => {
    expect(locationOptions(all).find(({ id }) => id === "Shelf 2")?.detail).toBe("Home › Garage");
  });
});
