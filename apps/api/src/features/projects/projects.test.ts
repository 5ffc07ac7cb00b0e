import { afterAll, describe, expect, test } from "vitest";
import { startReserving } from "../../testing/reserving.ts";

const { server, anna, key, make, project, item, reserve, stockOf, eventsOf } = await startReserving();
afterAll(() => server.close());

describe("a project", () => {
  test("starts planned; what was sent stands in its event, and its last state when it is deleted", async () => {
    const made = await make("projects", { name: "  Boat ", tags: ["a", "a"], due_on: "2026-05-01" });
    expect(made).toMatchObject({ name: "Boat", status: "planned", tags: ["a"], starts_on: null, version: 1 });
    const board = await item(5);
    await reserve(made.id, board.id, 2);
    const changed = await key.ask("PATCH", `projects/${made.id}`, { body: { status: "active" } });
    expect(changed.body).toMatchObject({ status: "active", version: 2 });
    expect((await key.ask("DELETE", `projects/${made.id}`)).body).toMatchObject({ id: made.id });
    const events = await eventsOf(made.id);
    expect(events.map(({ type }: { type: string }) => type)).toEqual([
      "project.created",
      "project.reserved",
      "project.updated",
      "project.deleted",
    ]);
    expect(events.at(-1).data).toEqual({
      snapshot: changed.body,
      reservations: [{ item_id: board.id, quantity: 2, consumed: 0 }],
      task_ids: [],
    });
    expect((await key.ask("GET", `projects/${made.id}`)).status).toBe(404);
  });

  test("every field has its rule, and it cannot be due before it starts", async () => {
    for (const [field, value] of [
      ["name", ""],
      ["name", "x".repeat(201)],
      ["description", null],
      ["status", "open"],
      ["starts_on", "soon"],
      ["tags", "a"],
      ["version", 3],
    ] as const) {
      const refused = await key.ask("POST", "projects", { body: { name: "x", [field]: value } });
      expect([field, refused.status, refused.body.errors[0].pointer]).toEqual([field, 422, `/${field}`]);
    }
    const made = await project({ starts_on: "2026-05-01", due_on: "2026-05-01" });
    const early = await key.ask("PATCH", `projects/${made.id}`, { body: { due_on: "2026-04-30" } });
    expect([early.status, early.body.errors[0].code]).toEqual([422, "before_start"]);
    const stale = await key.ask("PATCH", `projects/${made.id}`, {
      body: { name: "y" },
      headers: { "if-match": '"v9"' },
    });
    expect(stale.status).toBe(412);
  });
});

describe("the list of projects", () => {
  test("each filter and sort; what is said of stock agrees with the pick list, and takes items:read", async () => {
    const bea = await server.signUp("Bea");
    const hers = await bea.key(["admin:*"]);
    const nail = await make("items", { name: "Nail", quantity: 5 }, hers);
    const made = [];
    for (const body of [
      { name: "b shed", status: "active", due_on: "2026-05-01", tags: ["wood", "big"] },
      { name: "A boat", description: "For the lake", tags: ["wood"] },
      { name: "c kite", status: "done", due_on: "2026-01-01" },
    ])
      made.push(await make("projects", body, hers));
    const [shed, boat] = made;
    await reserve(shed.id, nail.id, 4, hers);
    await reserve(boat.id, nail.id, 3, hers);
    const names = async (query: string) => {
      const answer = await hers.ask("GET", `projects?${query}`);
      expect(answer.status, answer.text).toBe(200);
      return answer.body.data.map(({ name }: { name: string }) => name);
    };
    for (const [query, expected] of [
      ["", ["c kite", "A boat", "b shed"]],
      ["sort=name", ["A boat", "b shed", "c kite"]],
      ["sort=due_on", ["c kite", "b shed", "A boat"]],
      ["status=active&status=planned&sort=name", ["A boat", "b shed"]],
      ["tag=wood&tag=big", ["b shed"]],
      ["q=LAKE", ["A boat"]],
      [`item_id=${nail.id}&sort=name`, ["A boat", "b shed"]],
      ["item_id=item_nothing", []],
    ] as const)
      expect([query, await names(query)]).toEqual([query, expected]);
    const { data } = (await hers.ask("GET", `projects?item_id=${nail.id}&include=stock&sort=name`)).body;
    for (const { id, reservation, stock } of data) {
      const [pick] = (await hers.ask("GET", `projects/${id}/items`)).body.data;
      expect(pick).toMatchObject(reservation);
      expect(stock).toEqual({ items: 1, open: 1, short: reservation.shortage > 0 ? 1 : 0 });
    }
    expect(data.map((one: { reservation: object }) => one.reservation)).toMatchObject([
      { quantity: 3, available: 1, shortage: 2 },
      { quantity: 4, available: 5, shortage: 0 },
    ]);
    const reader = await bea.key(["projects:read"]);
    expect((await reader.ask("GET", "projects")).status).toBe(200);
    for (const query of ["include=stock", `item_id=${nail.id}`])
      expect((await reader.ask("GET", `projects?${query}`)).body.missing_scopes).toEqual(["items:read"]);
  });
});

describe("K26, K25: bounds and environments", () => {
  test("a key that is bound to places sees no project and makes none", async () => {
    const place = await make("locations", { name: "Somewhere" });
    const board = await item(1, { location_id: place.id });
    const { id } = await project();
    await reserve(id, board.id, 1);
    const scopes = [
      "projects:read",
      "projects:write",
      "projects:delete",
      "items:read",
      "items:write",
    ] as const;
    const bound = await anna.key([...scopes], { location_ids: [place.id] });
    expect((await bound.ask("GET", `projects?item_id=${board.id}`)).body.data).toEqual([]);
    for (const [method, path, body] of [
      ["GET", "", undefined],
      ["GET", "/items", undefined],
      ["PATCH", "", { name: "x" }],
      ["DELETE", "", undefined],
      ["POST", "/reservations", { item_id: board.id, quantity: 1 }],
      ["POST", "/consume", {}],
      ["DELETE", `/reservations/${board.id}`, undefined],
    ] as const)
      expect((await bound.ask(method, `projects/${id}${path}`, body ? { body } : {})).status).toBe(404);
    expect((await bound.ask("POST", "projects", { body: { name: "x" } })).body.code).toBe("role_forbidden");
    // What it may do to the item itself leaves what is held of it alone.
    await bound.ask("POST", `items/${board.id}/adjust`, { body: { delta: 4 } });
    expect(await stockOf(board.id)).toEqual({ quantity: 5, reserved: 1, available: 4 });
  });

  test("nothing of one environment is reserved in the other", async () => {
    const board = await item(1);
    const testing = await anna.key(["admin:*"], { environment: "test" });
    const trial = await make("projects", { name: "Trial", status: "active" }, testing);
    const refused = await reserve(trial.id, board.id, 1, testing);
    expect([refused.status, refused.body.code]).toEqual([404, "environment_mismatch"]);
  });
});
