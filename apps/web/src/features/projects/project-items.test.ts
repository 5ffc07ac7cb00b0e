import { expect, it } from "vitest";
import { buildItem } from "../../testing/build-item.ts";
import { buildProjectItem } from "../../testing/build-project-item.ts";
import { byPlace, pickOf } from "./project-items.ts";

it("no more is picked than is left, nor than there is, and nothing from the trash", () => {
  const line = (quantity: number, consumed: number, stock: number, deleted_at: string | null = null) =>
    pickOf({ quantity, consumed, item: buildItem({ quantity: stock, deleted_at }) });
  expect(line(8, 3, 10)).toEqual({ left: 5, now: 5 });
  expect(line(8, 3, 2)).toEqual({ left: 5, now: 2 });
  expect(line(0.3, 0.1, 1)).toEqual({ left: 0.2, now: 0.2 });
  expect(line(8, 8, 10)).toEqual({ left: 0, now: 0 });
  expect(line(8, 3, 10, "2026-01-02T03:04:05Z")).toEqual({ left: 5, now: 0 });
});

it("lines of one place stand together under it", () => {
  const line = (place: string, name: string) =>
    buildProjectItem({ item: buildItem({ id: name, name }), place });
  const groups = byPlace([line("A", "nut"), line("A", "screw"), line("B", "tape"), line("", "glue")]);
  expect(groups.map(({ place, lines }) => [place, lines.length])).toEqual([
    ["A", 2],
    ["B", 1],
    ["", 1],
  ]);
});
