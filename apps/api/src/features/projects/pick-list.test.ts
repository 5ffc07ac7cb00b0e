import { afterAll, describe, expect, test } from "vitest";
import { startReserving } from "../../testing/reserving.ts";

const {
  server,
  anna,
  key,
  make,
  project,
  item,
  reserve,
  consume,
  setStatus,
  read,
  stockOf,
  picks,
  eventsOf,
} = await startReserving();
afterAll(() => server.close());

describe("using up", () => {
  test("takes what is named out of the stock and off what is held, in one write of the item", async () => {
    const board = await item(10, { min_quantity: 7 });
    const { id } = await project();
    await reserve(id, board.id, 6);
    const before = await read(board.id);
    const used = await consume(id, [{ item_id: board.id, quantity: 4 }]);
    expect(used.status, used.text).toBe(200);
    expect(used.body).toMatchObject({
      project: { id },
      data: [{ item_id: board.id, quantity: 6, consumed: 4, available: 6, shortage: 0 }],
      event_seq: expect.any(Number),
    });
    expect(await read(board.id)).toMatchObject({
      quantity: 6,
      reserved: 2,
      available: 4,
      version: before.version + 1,
    });
    const [changed, low] = (await eventsOf(board.id)).slice(1);
    expect(changed).toMatchObject({
      type: "item.quantity_changed",
      changes: { quantity: { old: 10, new: 6 } },
      data: { project_id: id },
    });
    expect(low.type).toBe("item.low_stock");
    const [consumed] = (await key.ask("GET", `events?subject_id=${id}&limit=1`)).body.data;
    expect(consumed).toMatchObject({
      type: "project.consumed",
      seq: used.body.event_seq,
      data: { items: [{ item_id: board.id, item_name: "Board", quantity: 4 }] },
    });
  });

  test("without names it takes all that is left; when nothing is left, nothing happens", async () => {
    const [board, nail] = [await item(10), await item(100, { name: "Nail" })];
    const { id } = await project();
    await reserve(id, board.id, 6);
    await reserve(id, nail.id, 40.5);
    await consume(id, [{ item_id: board.id, quantity: 1 }]);
    expect((await consume(id)).body.data).toHaveLength(2);
    expect(await stockOf(board.id)).toEqual({ quantity: 4, reserved: 0, available: 4 });
    expect(await stockOf(nail.id)).toEqual({ quantity: 59.5, reserved: 0, available: 59.5 });
    expect((await consume(id)).body).toMatchObject({ data: [], event_seq: null });
    expect((await picks(id)).data).toHaveLength(2);
  });

  test("is all or nothing, and never below nothing", async () => {
    const [plenty, little] = [await item(10), await item(1, { name: "Hinge" })];
    const { id } = await project();
    await reserve(id, plenty.id, 5);
    await reserve(id, little.id, 2);
    const refused = await consume(id);
    expect([refused.status, refused.body.code, refused.body.current_quantity]).toEqual([
      409,
      "insufficient_stock",
      1,
    ]);
    expect(refused.body.detail).toContain("Hinge");
    expect(await stockOf(plenty.id)).toEqual({ quantity: 10, reserved: 5, available: 5 });
    expect((await eventsOf(plenty.id)).length).toBe(1);
  });

  test("takes no more than is left of the reservation, nothing that is not reserved, and nothing twice", async () => {
    const [board, other] = [await item(10), await item(10)];
    const { id } = await project();
    await reserve(id, board.id, 3);
    const part = { item_id: board.id, quantity: 2 };
    expect((await consume(id, [{ ...part, quantity: 3.001 }])).body.code).toBe("conflict");
    expect((await consume(id, [{ ...part, item_id: other.id }])).body.code).toBe("not_found");
    const twice = await consume(id, [part, part]);
    expect([twice.status, twice.body.errors[0].pointer]).toEqual([422, "/items/1/item_id"]);
    expect((await consume(id, [])).status).toBe(422);
    expect(await stockOf(board.id)).toEqual({ quantity: 10, reserved: 3, available: 7 });
    await consume(id, [part]);
    expect((await reserve(id, board.id, 1)).body.code).toBe("conflict");
    expect((await reserve(id, board.id, 2)).body).toMatchObject({ quantity: 2, consumed: 2 });
  });

  test("is for active projects alone", async () => {
    const board = await item(10);
    const { id } = await project();
    await reserve(id, board.id, 3);
    for (const status of ["planned", "done", "cancelled"]) {
      await setStatus(id, status);
      const refused = await consume(id);
      expect([refused.status, refused.body.code]).toEqual([409, "conflict"]);
    }
    expect((await stockOf(board.id)).quantity).toBe(10);
  });

  test("needs the scopes of both: projects:write and items:write", async () => {
    const { id } = await project();
    const half = await anna.key(["projects:write"]);
    const refused = await half.ask("POST", `projects/${id}/consume`);
    expect([refused.status, refused.body.missing_scopes]).toEqual([403, ["items:write"]]);
  });
});

describe("the pick list", () => {
  test("is in the order of walking: by place spelled out, numbers as numbers, then by name; nowhere last", async () => {
    const home = await make("locations", { name: "Home" });
    const shelf = async (name: string) => make("locations", { name, parent_id: home.id });
    const [two, ten] = [await shelf("Shelf 2"), await shelf("Shelf 10")];
    const box = await make("bins", { name: "Box", location_id: two.id });
    const loose = await make("bins", { name: "Loose box" });
    const { id } = await project();
    for (const [name, place] of [
      ["nowhere", {}],
      ["ten", { location_id: ten.id }],
      ["boxed b", { bin_id: box.id }],
      ["boxed A", { bin_id: box.id }],
      ["two", { location_id: two.id }],
      ["loose", { bin_id: loose.id }],
    ] as const)
      await reserve(id, (await item(5, { name, ...place })).id, 1);
    const { data } = await picks(id);
    expect(
      data.map((pick: { place: string; item: { name: string } }) => [pick.place, pick.item.name]),
    ).toEqual([
      ["Home / Shelf 2", "two"],
      ["Home / Shelf 2 / Box", "boxed A"],
      ["Home / Shelf 2 / Box", "boxed b"],
      ["Home / Shelf 10", "ten"],
      ["Loose box", "loose"],
      ["", "nowhere"],
    ]);
    expect(data[1].path).toEqual([
      { type: "location", id: home.id, name: "Home" },
      { type: "location", id: two.id, name: "Shelf 2" },
      { type: "bin", id: box.id, name: "Box" },
    ]);
    const seen: unknown[] = [];
    let cursor = "";
    do {
      const page = await picks(id, `?limit=2&include_total=true${cursor}`);
      expect(page.total).toBe(6);
      seen.push(...page.data);
      cursor = page.next_cursor ? `&cursor=${page.next_cursor}` : "";
    } while (cursor);
    expect(seen).toEqual(data);
    const forged = Buffer.from(JSON.stringify(["name", "x", "y"])).toString("base64url");
    expect((await key.ask("GET", `projects/${id}/items?cursor=${forged}`)).status).toBe(422);
  });
});
