import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let anna: Person;
let key: TestKey;
let nowMs = Date.parse("2026-03-01T08:00:00.000Z");

beforeAll(async () => {
  server = await startTestServer({ now: () => nowMs });
  anna = await server.signUp("Anna");
  key = await anna.key(["admin:*"]);
});
afterAll(() => server.close());

type Asker = Pick<TestKey, "ask">;

async function make(noun: string, body: object, who: Asker = key) {
  const made = await who.ask("POST", noun, { body });
  expect(made.status, made.text).toBe(201);
  return made.body;
}
const task = (body: object = {}, who?: Asker) => make("tasks", { title: "Tidy up", ...body }, who);
const change = async (id: string, body: object, who: Asker = key) =>
  who.ask("PATCH", `tasks/${id}`, { body });
const refusal = (answer: { status: number; body: { code: string; errors?: { pointer: string }[] } }) => [
  answer.status,
  answer.body.code,
  answer.body.errors?.[0]?.pointer,
];
const titles = async (query: string, who: Asker = key) => {
  const answer = await who.ask("GET", `tasks?${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.data.map(({ title }: { title: string }) => title);
};

describe("the list", () => {
  let owner: Person;
  let reader: TestKey;
  let boxed: string;

  beforeAll(async () => {
    owner = await server.signUp("Lister");
    reader = await owner.key(["admin:*"]);
    boxed = (await make("bins", { name: "Box" }, reader)).id;
    const project = (await make("projects", { name: "Shed" }, reader)).id;
    for (const body of [
      { title: "b late", due_on: "2026-02-01", priority: "urgent", assignee_id: owner.user_id },
      { title: "A soon", due_on: "2026-03-02", description: "Bring the 50% vinegar" },
      { title: "c whenever", subject_type: "bin", subject_id: boxed },
      { title: "d done", status: "done", due_on: "2026-02-01", project_id: project },
      { title: "e whenever too" },
    ]) {
      nowMs += 1_000;
      await task(body, reader);
    }
  });

  test("each filter and sort, alone and together", async () => {
    const project = (await reader.ask("GET", "projects")).body.data[0].id;
    for (const [query, expected] of [
      ["", ["e whenever too", "d done", "c whenever", "A soon", "b late"]],
      ["sort=title", ["A soon", "b late", "c whenever", "d done", "e whenever too"]],
      ["sort=due_on", ["b late", "d done", "A soon", "c whenever", "e whenever too"]],
      ["sort=-due_on&status=open", ["e whenever too", "c whenever", "A soon", "b late"]],
      ["status=open&status=in_progress&due_before=2026-03-01", ["b late"]],
      [`assignee_id=${owner.user_id}`, ["b late"]],
      [`project_id=${project}`, ["d done"]],
      [`subject_id=${boxed}`, ["c whenever"]],
      ["q=WHENEVER", ["e whenever too", "c whenever"]],
      ["q=50%25 vin", ["A soon"]],
      ["q=50_ vin", []],
      [`updated_since=${new Date(nowMs).toISOString()}`, ["e whenever too"]],
      ["assignee_id=nobody", []],
    ] as const)
      expect([query, await titles(query, reader)]).toEqual([query, expected]);
    for (const query of ["status=finished", "due_before=soon", "sort=priority", "done=true"])
      expect([query, (await reader.ask("GET", `tasks?${query}`)).status]).toEqual([query, 422]);
  });

  test("pages by a day that may be absent, without repeating or losing one", async () => {
    for (const sort of ["due_on", "-due_on"]) {
      const seen: string[] = [];
      let cursor = "";
      do {
        const { body } = await reader.ask("GET", `tasks?sort=${sort}&limit=1&include_total=true${cursor}`);
        expect(body.total).toBe(5);
        seen.push(...body.data.map(({ title }: { title: string }) => title));
        cursor = body.next_cursor ? `&cursor=${body.next_cursor}` : "";
      } while (cursor);
      expect(seen).toEqual(await titles(`sort=${sort}`, reader));
    }
    const forged = Buffer.from(JSON.stringify(["due_on", "never", "task_x"])).toString("base64url");
    expect((await reader.ask("GET", `tasks?sort=due_on&cursor=${forged}`)).status).toBe(422);
  });
});

describe("K26: a key that is bound to places", () => {
  test("sees and writes only the tasks about what lies there", async () => {
    const place = await make("locations", { name: "Workshop" });
    const bin = await make("bins", { name: "Bench box", location_id: place.id });
    const item = await make("items", { name: "Vice", bin_id: bin.id });
    const outside = await make("items", { name: "Tent" });
    const everything = ["tasks:read", "tasks:write", "tasks:delete"] as const;
    const bound = await anna.key([...everything], { location_ids: [place.id] });
    const about = (subject_type: string, subject_id: string) => ({ subject_type, subject_id });
    const inside = [
      await task({ title: "place", ...about("location", place.id) }),
      await task({ title: "bin", ...about("bin", bin.id) }),
      await task({ title: "item", ...about("item", item.id) }),
    ];
    const hidden = [
      await task({ title: "tent", ...about("item", outside.id) }),
      await task({ title: "nothing" }),
    ];
    expect(await titles("sort=title", bound)).toEqual(["bin", "item", "place"]);
    for (const { id } of hidden)
      for (const method of ["GET", "DELETE"] as const)
        expect((await bound.ask(method, `tasks/${id}`)).status).toBe(404);
    const nowhere = await bound.ask("POST", "tasks", { body: { title: "x" } });
    expect([...refusal(nowhere), nowhere.body.errors[0].code]).toEqual([
      422,
      "validation_failed",
      "/subject_id",
      "outside_bounds",
    ]);
    const beyond = { title: "x", ...about("item", outside.id) };
    expect((await bound.ask("POST", "tasks", { body: beyond })).status).toBe(404);
    expect(await task({ title: "by the key", ...about("item", item.id) }, bound)).toMatchObject(
      about("item", item.id),
    );
    const [first] = inside;
    expect((await change(first.id, { subject_type: null, subject_id: null }, bound)).status).toBe(422);
    expect((await change(first.id, about("item", outside.id), bound)).status).toBe(404);
    expect((await change(first.id, { status: "done" }, bound)).status).toBe(200);
    const project = await make("projects", { name: "Out of reach" });
    expect((await change(first.id, { project_id: project.id }, bound)).status).toBe(404);
  });
});
