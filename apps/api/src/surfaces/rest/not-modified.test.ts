import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { statementsOf } from "../../testing/statements-of.ts";
import {
  type Answer,
  type Person,
  startTestServer,
  type TestKey,
  type TestServer,
} from "../../testing/test-server.ts";
import { procedureList } from "../../trpc/procedure-list.ts";
import { appRouter } from "../../trpc/router.ts";

let server: TestServer;
let anna: Person;
let key: TestKey;
let nowMs = Date.parse("2026-03-01T10:00:00Z");
let location: { id: string };
let bin: { id: string };
let item: { id: string };

beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  anna = await server.signUp("Anna");
  key = await anna.key(undefined);
  location = (await key.ask("POST", "locations", { body: { name: "Home" } })).body;
  bin = (await key.ask("POST", "bins", { body: { name: "Box", location_id: location.id } })).body;
  item = (await key.ask("POST", "items", { body: { name: "Nut", bin_id: bin.id } })).body;
});
afterAll(() => server.close());

const again = (
  path: string,
  first: Answer,
  caller: Pick<TestKey, "ask"> = key,
  method: "GET" | "HEAD" = "GET",
) => caller.ask(method, path, { headers: { "if-none-match": String(first.headers.etag) } });

const LISTS = () => [
  "items",
  "items?tag=a&include=bin",
  "bins",
  "locations",
  "libraries",
  "events",
  `locations/${location.id}/contents`,
  `bins/${bin.id}/items`,
];

test("a list that the caller has is 304 with an empty body and the headers of any answer, and HEAD alike", async () => {
  for (const path of LISTS()) {
    const first = await key.ask("GET", path);
    expect(first.headers.etag, path).toMatch(/^W\/"r\d+-[\w-]+"$/);
    for (const method of ["GET", "HEAD"] as const) {
      const second = await again(path, first, key, method);
      expect([second.status, second.text, second.headers.etag], path).toEqual([304, "", first.headers.etag]);
      for (const header of ["x-request-id", "x-ratelimit-remaining", "x-environment", "x-required-scopes"])
        expect(second.headers[header], header).toBeDefined();
    }
  }
});

test("any change of anything in the workspace makes lists new again, and a change elsewhere does not", async () => {
  const before = await Promise.all(LISTS().map((path) => key.ask("GET", path)));
  const eve = await server.signUp("Eve");
  await eve.ask("POST", "items", { body: { name: "Hers" } });
  const sandbox = await anna.key(undefined, { environment: "test" });
  await sandbox.ask("POST", "items", { body: { name: "A test" } });
  for (const [index, path] of LISTS().entries()) {
    const first = before[index];
    if (first && path !== "events") expect((await again(path, first)).status, path).toBe(304);
  }
  await key.ask("POST", `items/${item.id}/adjust`, { body: { delta: 1 } });
  for (const [index, path] of LISTS().entries()) {
    const first = before[index];
    if (first) expect((await again(path, first)).status, path).toBe(200);
  }
});

test("a 304 costs one small read: the list is not run", async () => {
  const first = await key.ask("GET", "items?include_total=true&q=nut");
  expect(await statementsOf(server.database, () => again("items?include_total=true&q=nut", first))).toEqual([
    expect.objectContaining({ text: expect.stringContaining('select "revision" from "workspaces"') }),
  ]);
});

test("the tag is of the caller's eyes: another key's, another role's and another tenant's never match", async () => {
  const first = await key.ask("GET", "items");
  const bound = await anna.key(["items:read"], { location_ids: [location.id] });
  const reader = await anna.key(["items:read"]);
  const eve = await server.signUp("Eva");
  for (const other of [bound, reader, eve]) expect((await again("items", first, other)).status).toBe(200);
  const twin = await anna.key(["items:read"]);
  expect((await again("items", await reader.ask("GET", "items"), twin)).status).toBe(304);
});

test("whoever may not read gets no 304, and what is asked wrongly is told so", async () => {
  const first = await key.ask("GET", "items");
  const writer = await anna.key(["items:write"]);
  expect((await again("items", first, writer)).status).toBe(403);
  expect((await again("items?colour=red", first)).status).toBe(422);
  const gone = await again("items/item_01h455vb4pex5vsknk084sn02q", await key.ask("GET", `items/${item.id}`));
  expect(gone.status).toBe(404);
});

test("several tags, strong and weak ones, and * are understood; nonsense matches nothing", async () => {
  const { etag } = (await key.ask("GET", "items")).headers;
  const ask = async (header: string) =>
    (await key.ask("GET", "items", { headers: { "if-none-match": header } })).status;
  expect(await ask(`"other", ${etag}`)).toBe(304);
  expect(await ask(String(etag).slice(2))).toBe(304);
  expect(await ask("*")).toBe(304);
  for (const nonsense of ["", "r1", '"', 'W/"', String(etag).replaceAll('"', "")])
    expect(await ask(nonsense)).toBe(200);
});

test("a single object is 304 by its version; with more looked up for it, by the workspace's revision too", async () => {
  const plain = await key.ask("GET", `bins/${bin.id}`);
  expect(plain.headers.etag).toBe('"v1"');
  expect((await again(`bins/${bin.id}`, plain)).status).toBe(304);
  const wide = await key.ask("GET", `bins/${bin.id}?include=location_path`);
  expect(wide.headers.etag).toMatch(/^W\/"v1-r\d+-/);
  expect((await again(`bins/${bin.id}?include=location_path`, wide)).status).toBe(304);
  await key.ask("PATCH", `locations/${location.id}`, { body: { name: "House" } });
  expect((await again(`bins/${bin.id}`, plain)).status).toBe(304);
  const renamed = await again(`bins/${bin.id}?include=location_path`, wide);
  expect([renamed.status, renamed.body.location_path]).toEqual([200, [{ id: location.id, name: "House" }]]);
  const patch = (tag: unknown) =>
    key.ask("PATCH", `bins/${bin.id}`, { headers: { "if-match": String(tag) }, body: { name: "Crate" } });
  expect((await patch(renamed.headers.etag)).status).toBe(200);
  expect((await patch(renamed.headers.etag)).status).toBe(412);
});

test("what counts its own use is always read anew; lists of other things are compared by what they say", async () => {
  const first = await anna.ask("GET", `api-keys/${key.id}`);
  expect((await again(`api-keys/${key.id}`, first, anna)).status).toBe(200);
  const sessions = await anna.ask("GET", "invitations");
  expect(sessions.headers.etag).toMatch(/^W\/"/);
  expect((await again("invitations", sessions, anna)).status).toBe(304);
});

test("an answer that depends on the day is new each day", async () => {
  const first = await key.ask("GET", "events");
  nowMs += 86_400_000;
  expect((await again("events", first)).status).toBe(200);
});

test("labels are the organization's: what either environment does makes their list new", async () => {
  const first = await key.ask("GET", "codes");
  expect((await again("codes", first)).status).toBe(304);
  const sandbox = await anna.key(undefined, { environment: "test" });
  await sandbox.ask("POST", "codes", { body: { count: 1 } });
  expect((await again("codes", first)).status).toBe(200);
});

test("every list of the workspace's things declares that it is known by the revision", () => {
  const OTHERS =
    /^\/(api-keys|users|organizations|invitations|instance|sessions|auth|notifications|imports|account|triggers)/;
  const lists = procedureList(appRouter).filter(
    ({ output, rest, file }) =>
      rest?.method === "GET" &&
      !file &&
      !OTHERS.test(rest.path) &&
      output instanceof z.ZodObject &&
      "data" in output.shape,
  );
  expect(lists.length).toBeGreaterThanOrEqual(8);
  for (const { path, revision } of lists) expect(revision, path).toBe(true);
});
