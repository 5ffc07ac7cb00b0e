import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
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
const eventsOf = async (id: string) =>
  (await key.ask("GET", `events?after=0&subject_id=${id}`)).body.data as {
    type: string;
    changes: Record<string, unknown>;
    data: Record<string, unknown>;
  }[];
const typesOf = async (id: string) => (await eventsOf(id)).map(({ type }) => type);
const refusal = (answer: { status: number; body: { code: string; errors?: { pointer: string }[] } }) => [
  answer.status,
  answer.body.code,
  answer.body.errors?.[0]?.pointer,
];

describe("a task", () => {
  test("starts open, of normal priority, about nothing", async () => {
    expect(await task()).toMatchObject({
      title: "Tidy up",
      description: "",
      status: "open",
      priority: "normal",
      due_on: null,
      assignee_id: null,
      project_id: null,
      subject_type: null,
      subject_id: null,
      source: "user",
      completed_at: null,
      version: 1,
    });
  });

  test("what was sent stands in the event, and its whole last state when it is deleted", async () => {
    const made = await task({ title: "Weigh the flour" });
    const gone = await key.ask("DELETE", `tasks/${made.id}`);
    expect([gone.status, gone.body.id]).toEqual([200, made.id]);
    expect((await key.ask("GET", `tasks/${made.id}`)).body.code).toBe("not_found");
    const [created, deleted] = await eventsOf(made.id);
    expect(created?.data).toMatchObject({ title: "Weigh the flour" });
    expect(deleted?.data).toEqual({ snapshot: made });
    expect((await key.ask("DELETE", `tasks/${made.id}`)).status).toBe(404);
  });

  test("completed_at is true to the status, by whatever way that changes", async () => {
    const made = await task();
    const done = (await key.ask("POST", `tasks/${made.id}/complete`)).body;
    expect(done).toMatchObject({ status: "done", completed_at: new Date(nowMs).toISOString(), version: 2 });
    nowMs += 60_000;
    const retitled = (await change(made.id, { title: "Tidied up" })).body;
    expect(retitled.completed_at).toBe(done.completed_at);
    const open = (await change(made.id, { status: "in_progress" })).body;
    expect(open.completed_at).toBeNull();
    const again = (await change(made.id, { status: "done" })).body;
    expect(again.completed_at).toBe(new Date(nowMs).toISOString());
    expect(await typesOf(made.id)).toEqual([
      "task.created",
      "task.completed",
      "task.updated",
      "task.updated",
      "task.completed",
    ]);
    expect((await task({ status: "done" })).completed_at).toBe(new Date(nowMs).toISOString());
  });

  test("completing what is done changes and records nothing, however many ask at once", async () => {
    const made = await task();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => key.ask("POST", `tasks/${made.id}/complete`)),
    );
    for (const { status, body } of answers) expect([status, body.version]).toEqual([200, 2]);
    expect(await typesOf(made.id)).toEqual(["task.created", "task.completed"]);
  });

  test("a patch that changes nothing is no event, and one on an old version is refused", async () => {
    const made = await task();
    expect((await change(made.id, { title: "Tidy up" })).body.version).toBe(1);
    expect(await typesOf(made.id)).toEqual(["task.created"]);
    const headers = { "if-match": '"v7"' };
    for (const [method, path] of [
      ["PATCH", ""],
      ["POST", "/complete"],
      ["DELETE", ""],
    ] as const) {
      const body = method === "PATCH" ? { body: { title: "x" } } : {};
      const stale = await key.ask(method, `tasks/${made.id}${path}`, { headers, ...body });
      expect([stale.status, stale.body.current_version]).toEqual([412, 1]);
    }
  });

  test("every field has its rule", async () => {
    for (const [field, value] of [
      ["title", ""],
      ["title", "x".repeat(201)],
      ["title", null],
      ["description", "x".repeat(10_001)],
      ["status", "finished"],
      ["priority", 1],
      ["due_on", "2026-02-30"],
      ["assignee_id", ""],
      ["subject_type", "project"],
      ["completed_at", "2026-01-01T00:00:00Z"],
      ["source", "trigger"],
    ] as const) {
      const refused = await key.ask("POST", "tasks", { body: { title: "x", [field]: value } });
      expect([field, refused.status, refused.body.errors[0].pointer]).toEqual([field, 422, `/${field}`]);
    }
  });
});

describe("what a task points to", () => {
  test("an assignee is an active member of the organization", async () => {
    const mia = await addMember(server, anna, "Mia", "viewer");
    const stranger = await server.signUp("Stranger");
    const made = await task({ assignee_id: mia.user_id });
    expect(made.assignee_id).toBe(mia.user_id);
    await anna.ask("PATCH", `users/${mia.user_id}`, { body: { active: false } });
    for (const assignee_id of [mia.user_id, stranger.user_id, "user_nobody"]) {
      const refused = await key.ask("POST", "tasks", { body: { title: "x", assignee_id } });
      expect(refusal(refused)).toEqual([422, "validation_failed", "/assignee_id"]);
      const other = await task();
      expect((await change(other.id, { assignee_id })).status).toBe(422);
    }
    // Whoever had it before keeps it until somebody decides otherwise.
    expect((await change(made.id, { title: "y" })).body.assignee_id).toBe(mia.user_id);
    expect((await change(made.id, { assignee_id: null })).body.assignee_id).toBeNull();
  });

  test("a subject is a thing that is there; a bin may be named by its label", async () => {
    const item = await make("items", { name: "Drill" });
    const bin = await make("bins", { name: "Box" });
    const location = await make("locations", { name: "Attic" });
    for (const [subject_type, subject_id] of [
      ["item", item.id],
      ["bin", bin.id],
      ["location", location.id],
    ])
      expect(await task({ subject_type, subject_id })).toMatchObject({ subject_type, subject_id });
    expect((await task({ subject_type: "bin", subject_id: bin.code })).subject_id).toBe(bin.id);
    const wrong = await key.ask("POST", "tasks", {
      body: { title: "x", subject_type: "item", subject_id: bin.id },
    });
    expect(refusal(wrong).slice(0, 2)).toEqual([404, "not_found"]);
    await key.ask("DELETE", `items/${item.id}`);
    const trashed = { title: "x", subject_type: "item", subject_id: item.id };
    expect((await key.ask("POST", "tasks", { body: trashed })).status).toBe(404);
  });

  test("type and id of a subject are sent together, and together taken away", async () => {
    const { id: subject_id } = await make("items", { name: "Saw" });
    const made = await task({ subject_type: "item", subject_id });
    for (const body of [{ subject_type: "item" }, { subject_id }, { subject_type: null, subject_id }]) {
      const create = await key.ask("POST", "tasks", { body: { title: "x", ...body } });
      expect(refusal(create)).toEqual([422, "validation_failed", "/subject_id"]);
      expect(refusal(await change(made.id, body))).toEqual([422, "validation_failed", "/subject_id"]);
    }
    expect((await change(made.id, { subject_id: null })).status).toBe(422);
    const without = await change(made.id, { subject_type: null, subject_id: null });
    expect(without.body).toMatchObject({ subject_type: null, subject_id: null });
  });

  test("a project is one of the same workspace, and when it goes the task stays", async () => {
    const project = await make("projects", { name: "Shed" });
    const elsewhere = await anna.ask("POST", "projects", {
      body: { name: "Shed" },
      headers: { "x-environment": "test" },
    });
    const made = await task({ project_id: project.id });
    const other = await key.ask("POST", "tasks", { body: { title: "x", project_id: elsewhere.body.id } });
    expect([other.status, other.body.code]).toEqual([404, "environment_mismatch"]);
    expect((await key.ask("DELETE", `projects/${project.id}`)).status).toBe(200);
    const kept = (await key.ask("GET", `tasks/${made.id}`)).body;
    expect(kept).toMatchObject({ project_id: null, version: 2 });
    const [deleted] = (await key.ask("GET", `events?subject_id=${project.id}&limit=1`)).body.data;
    expect(deleted.data).toMatchObject({ snapshot: project, task_ids: [made.id] });
  });
});
