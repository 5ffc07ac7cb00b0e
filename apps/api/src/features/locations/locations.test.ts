import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
});
afterAll(() => server.close());

async function place(name: string, parent_id: string | null = null) {
  const answer = await anna.ask("POST", "locations", { body: { name, parent_id } });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
}

const get = async (id: string) => (await anna.ask("GET", `locations/${id}`)).body;

test("a place knows its path and depth, and moving it takes along everything in it", async () => {
  const house = await place("House");
  const barn = await place("Barn");
  const room = await place("Room", house.id);
  const shelf = await place("Shelf", room.id);
  expect(shelf).toMatchObject({ path: [house.id, room.id, shelf.id], depth: 3 });
  const moved = await anna.ask("PATCH", `locations/${room.id}`, { body: { parent_id: barn.id } });
  expect(moved.body).toMatchObject({ path: [barn.id, room.id], depth: 2, version: 2 });
  expect(await get(shelf.id)).toMatchObject({ path: [barn.id, room.id, shelf.id], depth: 3 });
  const up = await anna.ask("PATCH", `locations/${shelf.id}`, { body: { parent_id: null } });
  expect(up.body).toMatchObject({ path: [shelf.id], depth: 1, parent_id: null });
});

test("no place goes into itself or into what it holds, and two moves at once make no cycle", async () => {
  const a = await place("Ring A");
  const b = await place("Ring B", a.id);
  expect((await anna.ask("PATCH", `locations/${a.id}`, { body: { parent_id: b.id } })).status).toBe(409);
  expect((await anna.ask("PATCH", `locations/${a.id}`, { body: { parent_id: a.id } })).status).toBe(409);
  const c = await place("Ring C");
  const d = await place("Ring D");
  const both = await Promise.all([
    anna.ask("PATCH", `locations/${c.id}`, { body: { parent_id: d.id } }),
    anna.ask("PATCH", `locations/${d.id}`, { body: { parent_id: c.id } }),
  ]);
  expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
});

test("siblings have distinct names, at the root too", async () => {
  await place("Only");
  const again = await anna.ask("POST", "locations", { body: { name: " Only " } });
  expect([again.status, again.body.code]).toEqual([409, "conflict"]);
});

test("the tree has seven levels and no more, by moving neither", async () => {
  let parent: string | null = null;
  const chain = [];
  for (let level = 1; level <= 7; level++) {
    const made: { id: string } = await place(`Level ${level}`, parent);
    chain.push(made);
    parent = made.id;
  }
  expect(
    (await anna.ask("POST", "locations", { body: { name: "Level 8", parent_id: parent } })).body.code,
  ).toBe("limit_reached");
  const two = await place("Two");
  await place("Under two", two.id);
  const moved = await anna.ask("PATCH", `locations/${two.id}`, { body: { parent_id: chain[5]?.id } });
  expect(moved.body.code).toBe("limit_reached");
});

test("only an empty place can go, unless its contents have somewhere to go", async () => {
  const attic = await place("Attic");
  const cellar = await place("Cellar");
  const corner = await place("Corner", attic.id);
  const bin = await anna.ask("POST", "bins", { body: { name: "Box", location_id: attic.id } });
  const refused = await anna.ask("DELETE", `locations/${attic.id}`);
  expect([refused.status, refused.body.code]).toEqual([409, "conflict"]);
  expect(refused.body.detail).toContain("1 places, 1 bins");
  expect((await anna.ask("DELETE", `locations/${attic.id}?move_to=${corner.id}`)).status).toBe(409);
  const done = await anna.ask("DELETE", `locations/${attic.id}?move_to=${cellar.id}`);
  expect(done.body).toEqual({
    id: attic.id,
    deleted_at: expect.any(String),
    event_seq: expect.any(Number),
  });
  expect(await get(corner.id)).toMatchObject({ parent_id: cellar.id, path: [cellar.id, corner.id] });
  expect((await anna.ask("GET", `bins/${bin.body.id}`)).body.location_id).toBe(cellar.id);
  expect((await anna.ask("GET", `locations/${attic.id}`)).status).toBe(404);
});

test("a place that only the trash refers to can go", async () => {
  const shed = await place("Shed");
  const bin = await anna.ask("POST", "bins", { body: { name: "Old", location_id: shed.id } });
  await anna.ask("DELETE", `bins/${bin.body.id}`);
  expect((await anna.ask("DELETE", `locations/${shed.id}`)).status).toBe(200);
});

test("children of a place, and libraries by name without regard to case", async () => {
  const parent = await place("Sorted");
  for (const name of ["beta", "Alpha", "Gamma"]) await place(name, parent.id);
  const list = await anna.ask("GET", `locations?parent_id=${parent.id}`);
  expect(list.body.data.map((row: { name: string }) => row.name)).toEqual(["Alpha", "beta", "Gamma"]);
});
