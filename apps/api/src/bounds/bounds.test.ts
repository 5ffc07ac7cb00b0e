import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { queryOf } from "../testing/ask-every-way.ts";
import { leastInput, WHEN_REFUSED } from "../testing/least-input.ts";
import { type Person, startTestServer, type TestKey, type TestServer } from "../testing/test-server.ts";
import { procedureList } from "../trpc/procedure-list.ts";
import { appRouter } from "../trpc/router.ts";

let server: TestServer;
let anna: Person;
/** Bound to the shed, which stands in the garden; the house is elsewhere. */
let bound: TestKey;
const ids: Record<string, string> = {};

beforeAll(async () => {
  server = await startTestServer();
  anna = await server.signUp("Anna");
  await make("garden", "locations", {});
  await make("shed", "locations", { parent_id: ids.garden });
  await make("shelf", "locations", { parent_id: ids.shed });
  await make("house", "locations", {});
  await make("attic", "locations", { parent_id: ids.house });
  await make("inner bin", "bins", { location_id: ids.shelf });
  await make("outer bin", "bins", { location_id: ids.attic });
  await make("stray bin", "bins", {});
  await make("inner item", "items", { bin_id: ids["inner bin"] });
  await make("inner loose item", "items", { location_id: ids.shed });
  await make("outer item", "items", { bin_id: ids["outer bin"] });
  await make("outer loose item", "items", { location_id: ids.garden });
  await make("inbox item", "items", {});
  await make("stray item", "items", { bin_id: ids["stray bin"] });
  bound = await anna.key(undefined, { location_ids: [shed()] });
});
afterAll(() => server.close());

const shed = () => ids.shed ?? "";

async function make(name: string, noun: string, body: object): Promise<string> {
  const made = await anna.ask("POST", noun, { body: { name, ...body } });
  expect(made.status, made.text).toBe(201);
  ids[name] = made.body.id;
  return made.body.id;
}

const namesOf = (answer: { body: { data: { name: string }[] } }) =>
  answer.body.data.map(({ name }) => name).sort();
const codeOf = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code];

test("K26: lists, totals and searches of a bounded key hold what lies in its places or below, and nothing else", async () => {
  const inside = {
    locations: ["shed", "shelf"],
    bins: ["inner bin"],
    items: ["inner item", "inner loose item"],
  };
  for (const [noun, names] of Object.entries(inside)) {
    const all = await bound.ask("GET", `${noun}?include_total=true`);
    expect(namesOf(all)).toEqual(names);
    expect(all.body.total).toBe(names.length);
    expect(namesOf(await bound.ask("GET", `${noun}?q=e`))).toEqual(
      names.filter((name) => name.includes("e")),
    );
    expect(namesOf(await bound.ask("GET", `${noun}?q=out`))).toEqual([]);
  }
  for (const query of [
    `bins?location_id=${ids.attic}`,
    `items?bin_id=${ids["outer bin"]}`,
    `items?location_id=${ids.garden}`,
  ])
    expect(namesOf(await bound.ask("GET", query)), query).toEqual([]);
  expect(namesOf(await bound.ask("GET", `locations?parent_id=${ids.garden}`))).toEqual(["shed"]);
});

test("K26: paging through a bounded list meets its rows once", async () => {
  const seen: string[] = [];
  let cursor = "";
  do {
    const { body } = await bound.ask("GET", `items?limit=1&sort=name${cursor && `&cursor=${cursor}`}`);
    seen.push(...body.data.map(({ name }: { name: string }) => name));
    cursor = body.next_cursor ?? "";
  } while (cursor !== "");
  expect(seen).toEqual(["inner item", "inner loose item"]);
});

describe("K26: what lies outside is 404 for a bounded key, exactly as what does not exist", () => {
  const outside = {
    locations: ["garden", "house", "attic"],
    bins: ["outer bin", "stray bin"],
    items: ["outer item", "outer loose item", "inbox item", "stray item"],
  };
  const withId = procedureList(appRouter).filter(
    ({ rest, access }) =>
      access.kind === "scope" && /^\/(locations|bins|items)\/\{id\}/.test(rest?.path ?? ""),
  );

  test("there is something to walk", () => expect(withId.length).toBeGreaterThanOrEqual(10));

  test.each(withId.map((entry) => [entry.path, entry] as const))("%s", async (_path, entry) => {
    const { rest } = entry;
    const [, noun = ""] = rest?.path.split("/") ?? [];
    const hasBody = rest?.method === "POST" || rest?.method === "PATCH";
    const least = leastInput(entry);
    const body = rest?.method === "PATCH" ? { name: "x", ...least } : least;
    const ask = (id: string) =>
      bound.ask(
        rest?.method ?? "GET",
        `/api/v1${rest?.path.replace("{id}", id)}${hasBody ? "" : queryOf(entry, least)}`,
        hasBody ? { body } : {},
      );
    const unknown = await ask("nothing");
    for (const name of outside[noun as keyof typeof outside]) {
      const id = ids[name] ?? "";
      const answer = await ask(id);
      expect(codeOf(answer), answer.status === 422 ? WHEN_REFUSED : name).toEqual([404, "not_found"]);
      expect(answer.body.detail).toBe(unknown.body.detail.replace("nothing", id));
    }
  });

  test("a bin by the code on its label, and everything on tRPC", async () => {
    const { body: outer } = await anna.ask("GET", `bins/${ids["outer bin"]}`);
    const { body: inner } = await bound.ask("GET", `bins/${ids["inner bin"]}`);
    expect(codeOf(await bound.ask("GET", `bins/${outer.code}`))).toEqual([404, "not_found"]);
    expect((await bound.ask("GET", `bins/${inner.code}`)).body.id).toBe(inner.id);
    const input = encodeURIComponent(JSON.stringify({ id: ids["outer item"] }));
    const viaTrpc = await bound.ask("GET", `/trpc/items.get?input=${input}`);
    expect(viaTrpc.body.error.data.problem.code).toBe("not_found");
    expect(namesOf({ body: (await bound.ask("GET", "/trpc/bins.list")).body.result.data })).toEqual([
      "inner bin",
    ]);
  });
});

test("K26: nothing that a bounded key can read by any list tells of what lies outside", async () => {
  const lists = procedureList(appRouter).filter(
    ({ rest, access }) =>
      access.kind === "scope" &&
      rest?.method === "GET" &&
      /^\/(locations|bins|items|events)$/.test(rest.path),
  );
  expect(lists.length).toBe(4);
  for (const { rest } of lists) {
    const { text, status } = await bound.ask("GET", `/api/v1${rest?.path}?limit=200`);
    expect(status).toBe(200);
    expect(text).not.toMatch(/outer|stray|inbox|attic|house/);
  }
});

test("K26: events of a bounded key are those about what is in its places by now, and about itself", async () => {
  const types = async () => {
    const { body } = await bound.ask("GET", "events?limit=200");
    return body.data.map(
      (event: { type: string; subject_name: string }) => `${event.type} ${event.subject_name}`,
    );
  };
  const before = await types();
  expect(before).toContain("item.created inner item");
  expect(before).toContain("location.created shed");
  expect(before).toContain("api_key.created Anna's key");
  expect(before).not.toContain("location.created garden");
  const moved = await make("wanderer", "items", { location_id: ids.house });
  expect(await types()).not.toContain("item.created wanderer");
  await anna.ask("PATCH", `items/${moved}`, { body: { location_id: ids.shelf } });
  expect(await types()).toContain("item.created wanderer");
  await anna.ask("DELETE", `items/${moved}`);
  expect(await types()).toContain("item.deleted wanderer");
  const other = await anna.key(["bins:read"]);
  const { body } = await bound.ask("GET", `events?subject_id=${other.id}`);
  expect(body.data).toEqual([]);
});

test("K26: a bounded key puts what it makes into its places, and names one", async () => {
  const make = (noun: string, body: object) =>
    bound.ask("POST", noun, { body: { name: "Made inside", ...body } });
  for (const [noun, field] of [
    ["locations", "parent_id"],
    ["bins", "location_id"],
    ["items", "location_id"],
  ] as const) {
    const nowhere = await make(noun, {});
    expect(codeOf(nowhere), noun).toEqual([422, "validation_failed"]);
    expect(nowhere.body.errors[0].pointer).toBe(`/${field}`);
    expect(codeOf(await make(noun, { [field]: ids.garden })), noun).toEqual([404, "not_found"]);
    expect((await make(noun, { [field]: ids.shelf })).status, noun).toBe(201);
  }
  expect(codeOf(await make("items", { bin_id: ids["outer bin"] }))).toEqual([404, "not_found"]);
  expect((await make("items", { bin_id: ids["inner bin"] })).status).toBe(201);
});

test("K26: a bounded key moves nothing out of its places, and nothing to nowhere", async () => {
  const box = (await bound.ask("POST", "bins", { body: { name: "Box", location_id: ids.shed } })).body.id;
  const nook = (await bound.ask("POST", "locations", { body: { name: "Nook", parent_id: ids.shed } })).body
    .id;
  const nut = (await bound.ask("POST", "items", { body: { name: "Nut", bin_id: box } })).body.id;
  const moves: [string, object, number][] = [
    [`bins/${box}`, { location_id: ids.attic }, 404],
    [`bins/${box}`, { location_id: null }, 422],
    [`locations/${nook}`, { parent_id: ids.garden }, 404],
    [`locations/${nook}`, { parent_id: null }, 422],
    [`locations/${ids.shed}`, { parent_id: null }, 422],
    [`items/${nut}`, { location_id: ids.house }, 404],
    [`items/${nut}`, { bin_id: ids["stray bin"] }, 404],
    [`items/${nut}`, { bin_id: null }, 422],
    [`bins/${box}`, { location_id: ids.shelf }, 200],
    [`locations/${nook}`, { parent_id: ids.shelf }, 200],
    [`items/${nut}`, { location_id: nook }, 200],
    [`items/${nut}`, { location_id: null }, 422],
  ];
  for (const [path, body, status] of moves)
    expect((await bound.ask("PATCH", path, { body })).status, `${path} ${JSON.stringify(body)}`).toBe(status);
  expect(codeOf(await bound.ask("DELETE", `locations/${nook}?move_to=${ids.garden}`))).toEqual([
    404,
    "not_found",
  ]);
  expect((await bound.ask("DELETE", `locations/${nook}?move_to=${ids.shelf}`)).status).toBe(200);
});

test("K26: what is moved out is gone for a bounded key from then on; a place that is deleted leaves it nothing", async () => {
  const corner = (await anna.ask("POST", "locations", { body: { name: "Corner", parent_id: ids.house } }))
    .body.id;
  const key = await anna.key(["items:read", "locations:read"], { location_ids: [corner] });
  const item = (await anna.ask("POST", "items", { body: { name: "Lamp", location_id: corner } })).body.id;
  expect((await key.ask("GET", `items/${item}`)).status).toBe(200);
  await anna.ask("PATCH", `items/${item}`, { body: { location_id: ids.attic } });
  expect((await key.ask("GET", `items/${item}`)).status).toBe(404);
  await anna.ask("DELETE", `locations/${corner}`);
  for (const noun of ["items", "locations"]) expect((await key.ask("GET", noun)).body.data).toEqual([]);
});

test("K26: whoami tells a key its bounds", async () => {
  const key = await anna.key(["bins:read"], { location_ids: [shed()], allowed_cidrs: ["127.0.0.1"] });
  expect((await key.ask("GET", "whoami")).body.api_key).toMatchObject({
    location_ids: [shed()],
    allowed_cidrs: ["127.0.0.1/32"],
  });
});
