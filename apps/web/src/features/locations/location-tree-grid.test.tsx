import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { buildLocation } from "../../testing/build-location.ts";
import { renderInApp } from "../../testing/render-in-app.tsx";
import { childrenOf, treeRows } from "./location-tree.ts";
import { LocationTreeGrid } from "./location-tree-grid.tsx";

const home = buildLocation("Home");
const attic = buildLocation("Attic", home);
const van = buildLocation("Van");

const onOpen = vi.fn();
const onMove = vi.fn();
const onEdit = vi.fn();
const onDelete = vi.fn();
const onCreateInside = vi.fn();

function Tree() {
  const [folded, setFolded] = useState<string[]>([]);
  return (
    <>
      <button type="button">Before</button>
      <LocationTreeGrid
        rows={treeRows(childrenOf([home, attic, van]), (id) => folded.includes(id))}
        matches={null}
        holds={(id) => (id === "Home" ? "1 location" : undefined)}
        onOpen={onOpen}
        onMove={onMove}
        onFold={(id) => setFolded([id])}
        onUnfold={() => setFolded([])}
        onCreateInside={onCreateInside}
        onEdit={onEdit}
        onDelete={onDelete}
      />
    </>
  );
}

const row = (name: string) =>
  screen.getByText(name).closest<HTMLElement>("[role=row]") ?? expect.unreachable();

beforeEach(() => {
  vi.clearAllMocks();
  renderInApp(<Tree />);
});
afterEach(cleanup);

describe("the tree of locations by keyboard", () => {
  it("is one stop of the Tab key, on the row that was left last", async () => {
    await userEvent.click(screen.getByRole("button", { name: "Before" }));
    await userEvent.tab();
    expect(document.activeElement).toBe(row("Home"));
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    expect(document.activeElement).toBe(row("Van"));
    expect([row("Home").tabIndex, row("Attic").tabIndex, row("Van").tabIndex]).toEqual([-1, -1, 0]);
  });

  it("folds and unfolds, and says so", async () => {
    row("Home").focus();
    await userEvent.keyboard("{ArrowLeft}");
    expect(row("Home").getAttribute("aria-expanded")).toBe("false");
    expect(screen.queryByText("Attic")).toBeNull();
    await userEvent.keyboard("{ArrowRight}");
    expect(row("Home").getAttribute("aria-expanded")).toBe("true");
    expect(row("Van").getAttribute("aria-expanded")).toBeNull();
  });

  it("goes on to the buttons of the focused row, each named after its place", async () => {
    row("Attic").focus();
    await userEvent.tab();
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Add a location in Attic");
    await userEvent.keyboard("{Enter}");
    expect(onCreateInside).toHaveBeenCalledExactlyOnceWith("Attic");
    expect(onEdit).not.toHaveBeenCalled();
  });

  it("opens with Enter, edits with e, moves with m, and asks to delete with Delete", async () => {
    row("Attic").focus();
    await userEvent.keyboard("{Enter}em{Delete}");
    expect(onOpen).toHaveBeenCalledExactlyOnceWith("Attic");
    expect(onMove).toHaveBeenCalledExactlyOnceWith("Attic");
    expect(onEdit).toHaveBeenCalledExactlyOnceWith("Attic");
    expect(onDelete).toHaveBeenCalledExactlyOnceWith("Attic");
  });

  it("tells level and place among siblings", () => {
    expect(row("Attic").getAttribute("aria-level")).toBe("2");
    expect([row("Van").getAttribute("aria-posinset"), row("Van").getAttribute("aria-setsize")]).toEqual([
      "2",
      "2",
    ]);
    expect(within(row("Home")).getAllByRole("gridcell")).toHaveLength(2);
  });
});

it("a tree of 2,000 places draws those in sight, and tells how many there are", async () => {
  cleanup();
  const many = Array.from({ length: 2_000 }, (_, number) => buildLocation(`Place ${number}`));
  renderInApp(
    <LocationTreeGrid
      rows={treeRows(childrenOf(many), () => false)}
      matches={null}
      holds={() => undefined}
      onOpen={onOpen}
      onFold={vi.fn()}
      onUnfold={vi.fn()}
    />,
  );
  expect(screen.getAllByRole("row").length).toBeLessThan(100);
  expect(screen.getByRole("treegrid").getAttribute("aria-rowcount")).toBe("2000");
});
