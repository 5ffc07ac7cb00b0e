import { afterAll, describe, expect, test } from "vitest";
import { startReserving } from "../../testing/reserving.ts";

const { server, key, project, item, reserve, consume, release, setStatus, read, stockOf, picks, eventsOf } =
  await startReserving();
afterAll(() => server.close());

describe("what is reserved", () => {
  test("only active projects hold stock, and each change of status keeps it true", async () => {
    const board = await item(10);
    const { id } = await project({ status: "planned" });
    await reserve(id, board.id, 4);
    const expected = { planned: 0, active: 4, done: 0, cancelled: 0 };
    for (const status of ["active", "done", "active", "cancelled", "planned", "active"] as const) {
      await setStatus(id, status);
      const reserved = expected[status];
      expect([status, await stockOf(board.id)]).toEqual([
        status,
        { quantity: 10, reserved, available: 10 - reserved },
      ]);
    }
    await key.ask("DELETE", `projects/${id}`);
    expect(await stockOf(board.id)).toEqual({ quantity: 10, reserved: 0, available: 10 });
  });

  test("a change of what is reserved writes the item, and is an event of the project alone", async () => {
    const board = await item(10);
    const { id } = await project();
    await reserve(id, board.id, 4);
    expect((await read(board.id)).version).toBe(board.version + 1);
    expect((await eventsOf(board.id)).map(({ type }: { type: string }) => type)).toEqual(["item.created"]);
    const [event] = (await key.ask("GET", `events?subject_id=${id}&limit=1`)).body.data;
    expect(event).toMatchObject({
      type: "project.reserved",
      changes: { quantity: { old: null, new: 4 } },
      data: { item_id: board.id, item_name: "Board" },
    });
  });

  test("reserving again replaces the number, and the same number is nothing new", async () => {
    const board = await item(10);
    const { id } = await project();
    await reserve(id, board.id, 4);
    expect((await reserve(id, board.id, 2.5)).body).toMatchObject({
      quantity: 2.5,
      available: 10,
      shortage: 0,
    });
    expect((await stockOf(board.id)).reserved).toBe(2.5);
    const { version } = await read(board.id);
    expect((await reserve(id, board.id, 2.5)).status).toBe(200);
    expect((await read(board.id)).version).toBe(version);
    expect((await eventsOf(id)).length).toBe(3);
  });

  test("more than there is may be reserved, and is said: what others hold is not available", async () => {
    const board = await item(10);
    const [one, two] = [await project({ name: "One" }), await project({ name: "Two" })];
    expect((await reserve(one.id, board.id, 8)).body).toMatchObject({ available: 10, shortage: 0 });
    expect((await reserve(two.id, board.id, 5)).body).toMatchObject({ available: 2, shortage: 3 });
    expect(await stockOf(board.id)).toEqual({ quantity: 10, reserved: 13, available: -3 });
    expect((await picks(one.id)).data[0]).toMatchObject({ available: 5, shortage: 3 });
    const planned = await project({ name: "Later", status: "planned" });
    expect((await reserve(planned.id, board.id, 1)).body).toMatchObject({ available: -3, shortage: 1 });
    await setStatus(one.id, "done");
    expect((await picks(one.id)).data[0]).toMatchObject({ quantity: 8, shortage: 0 });
    expect((await picks(two.id)).data[0]).toMatchObject({ available: 10, shortage: 0 });
  });

  test("releasing lets go of it; what is not reserved cannot be released", async () => {
    const board = await item(10);
    const { id } = await project();
    await reserve(id, board.id, 4);
    expect((await release(id, board.id)).body).toMatchObject({ id: board.id });
    expect(await stockOf(board.id)).toEqual({ quantity: 10, reserved: 0, available: 10 });
    expect((await picks(id)).data).toEqual([]);
    const again = await release(id, board.id);
    expect([again.status, again.body.code]).toEqual([404, "not_found"]);
    const [event] = (await key.ask("GET", `events?subject_id=${id}&limit=1`)).body.data;
    expect(event).toMatchObject({
      type: "project.released",
      data: { item_id: board.id, quantity: 4, consumed: 0 },
    });
  });

  test("what cannot be is refused: nothing, too much, a thing that is gone, a project that is over", async () => {
    const board = await item(10);
    const { id } = await project();
    for (const quantity of [0, -1, 0.0001, 1e12, "2", null])
      expect(
        (await key.ask("POST", `projects/${id}/reservations`, { body: { item_id: board.id, quantity } }))
          .status,
      ).toBe(422);
    expect((await reserve(id, "item_nothing", 1)).status).toBe(404);
    expect((await reserve("proj_nothing", board.id, 1)).status).toBe(404);
    const [most, more] = [99_999_999_999.999, await project({ name: "More" })];
    expect((await reserve(id, board.id, most)).status).toBe(200);
    const beyond = await reserve(more.id, board.id, 1);
    expect([beyond.status, beyond.body.errors[0].code]).toEqual([422, "too_big"]);
    expect((await stockOf(board.id)).reserved).toBe(most);
    expect((await picks(more.id)).data).toEqual([]);
    await setStatus(more.id, "done");
    expect((await reserve(more.id, board.id, 1)).body.code).toBe("conflict");
  });

  test("too much by way of a status is refused too, and leaves everything as it was", async () => {
    const board = await item(1);
    const [one, two] = [await project(), await project({ status: "planned" })];
    await reserve(one.id, board.id, 99_999_999_999.999);
    await reserve(two.id, board.id, 1);
    const refused = await key.ask("PATCH", `projects/${two.id}`, { body: { status: "active" } });
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, "too_big"]);
    expect((await key.ask("GET", `projects/${two.id}`)).body.status).toBe("planned");
    await key.ask("DELETE", `projects/${one.id}`);
  });
});

describe("an item in the trash", () => {
  test("stays on the list, cannot be picked, and is missing; when it comes back all is as before", async () => {
    const board = await item(10);
    const { id } = await project();
    await reserve(id, board.id, 4);
    await key.ask("DELETE", `items/${board.id}`);
    const [pick] = (await picks(id)).data;
    expect(pick).toMatchObject({ available: 0, shortage: 4, item: { id: board.id, reserved: 4 } });
    expect(pick.item.deleted_at).not.toBeNull();
    const { stock } = (await key.ask("GET", "projects?include=stock&sort=-created_at&limit=1")).body.data[0];
    expect(stock).toEqual({ items: 1, open: 1, short: 1 });
    expect((await consume(id)).body.code).toBe("conflict");
    expect((await reserve(id, board.id, 1)).status).toBe(404);
    await setStatus(id, "done");
    expect((await picks(id)).data[0].item.reserved).toBe(0);
    await setStatus(id, "active");
    expect((await picks(id)).data[0].item.reserved).toBe(4);
    expect((await release(id, board.id)).status).toBe(200);
  });
});
