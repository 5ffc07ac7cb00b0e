import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addMember } from "../testing/add-member.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";
import { allDelivered } from "../testing/told.ts";

let server: TestServer;
let anna: Person;
let people = 0;
let flour: { id: string };

beforeAll(async () => {
  server = await startTestServer();
  await server.listen(); // as it carries deliveries out
});
beforeEach(async () => {
  people++;
  anna = await server.signUp(`Anna ${people}`);
  flour = await make("items", { name: "Flour", quantity: 5, min_quantity: 4, unit: "kg" });
});
afterAll(() => server.close());

async function make(path: string, body: object) {
  const made = await anna.ask("POST", path, { body });
  expect(made.status, made.text).toBeLessThan(300);
  return made.body;
}

const RESTOCK = {
  type: "create_task",
  title_template: "Buy {{data.missing}} {{subject.unit}} of {{subject.name}}",
  due_in_days: 2,
  close_when_resolved: true,
};
const restockTrigger = (action: object = {}) =>
  make("triggers", {
    name: "Restock",
    event_types: ["item.low_stock"],
    actions: [{ ...RESTOCK, ...action }],
  });
const adjust = (delta: number) => make(`items/${flour.id}/adjust`, { delta });

async function tasks(): Promise<Record<string, unknown>[]> {
  await allDelivered(server);
  return (await anna.ask("GET", "tasks?sort=created_at")).body.data;
}
async function events(type: string) {
  return (await anna.ask("GET", `events?after=0&type=${type}`)).body.data;
}

test("what runs low becomes one task that says how much is missing, and follows it", async () => {
  const { id: trigger_id } = await restockTrigger();
  await adjust(-2);
  const today = new Date().toISOString().slice(0, 10);
  const [task, ...others] = await tasks();
  expect(others).toEqual([]);
  expect(task).toMatchObject({
    title: "Buy 1 kg of Flour",
    status: "open",
    source: "trigger",
    trigger_id,
    missing: 1,
    close_when_resolved: true,
    subject_type: "item",
    subject_id: flour.id,
  });
  expect(String(task?.due_on) > today).toBe(true);
  await adjust(-2);
  expect(await tasks()).toMatchObject([{ missing: 3, status: "open" }]);
  expect(await events("task.updated")).toMatchObject([{ changes: { missing: { old: 1, new: 3 } } }]);
});

test("it is done in the transaction that brings the stock back, and the next time there is another", async () => {
  await restockTrigger();
  await adjust(-3);
  await tasks();
  const key = await anna.key(["items:write"]);
  await key.ask("POST", `items/${flour.id}/adjust`, { body: { delta: 10 } });
  const [done] = (await anna.ask("GET", "tasks")).body.data;
  expect(done).toMatchObject({ status: "done", missing: 0 });
  expect(done.completed_at).not.toBeNull();
  expect(await events("task.completed")).toMatchObject([
    { api_key_id: key.id, changes: { status: { old: "open", new: "done" } }, data: { because: "restocked" } },
  ]);
  await adjust(-9);
  expect((await tasks()).map(({ status }) => status)).toEqual(["done", "open"]);
});

test("one that does not close itself stays open and says that nothing is missing", async () => {
  await restockTrigger({ close_when_resolved: false });
  await adjust(-3);
  await tasks();
  await adjust(10);
  expect(await tasks()).toMatchObject([{ status: "open", missing: 0, close_when_resolved: false }]);
});

test("while a task is open no second one is made for the same thing, and its delivery names the first", async () => {
  const { id } = await restockTrigger({ close_when_resolved: false });
  for (const delta of [-3, 3, -3]) {
    await adjust(delta);
    await allDelivered(server);
  }
  const [task, ...others] = await tasks();
  expect(others).toEqual([]);
  const log = (await anna.ask("GET", `triggers/${id}/deliveries`)).body.data;
  expect(log.map((one: { status: string; task_id: string }) => [one.status, one.task_id])).toEqual([
    ["succeeded", task?.id],
    ["succeeded", task?.id],
  ]);
});

test("each action that makes a task makes its own, and neither stands for the other", async () => {
  const action = (title_template: string) => ({ ...RESTOCK, title_template });
  await make("triggers", {
    name: "Buy and check",
    event_types: ["item.low_stock"],
    actions: [action("Buy {{subject.name}}"), action("Check {{subject.name}}")],
  });
  await adjust(-3);
  expect((await tasks()).map(({ title }) => title).sort()).toEqual(["Buy Flour", "Check Flour"]);
  await adjust(3);
  expect((await tasks()).map(({ status }) => status)).toEqual(["done", "done"]);
});

test("many items that run low and come back at once are settled together", async () => {
  await restockTrigger();
  const made = await make("items/bulk", {
    atomic: true,
    operations: Array.from({ length: 60 }, (_, number) => ({
      op: "create",
      data: { name: `Part ${number}`, quantity: 0, min_quantity: 2 },
    })),
  });
  const ids: string[] = made.data.map((one: { data: { id: string } }) => one.data.id);
  await allDelivered(server);
  const open = () => anna.ask("GET", "tasks?status=open&include_total=true&limit=1");
  expect((await open()).body.total).toBe(60);
  await make("items/bulk", {
    atomic: true,
    operations: ids.map((id) => ({ op: "adjust", id, data: { count: 3 } })),
  });
  expect((await open()).body.total).toBe(0);
});

test("undoing what brought the stock back makes it low again, with a task of its own", async () => {
  await restockTrigger();
  await adjust(-3);
  await tasks();
  const { event_seq } = await adjust(10);
  await make("events/undo", { event_seqs: [event_seq] });
  expect((await tasks()).map(({ status, missing }) => [status, missing])).toEqual([
    ["done", 0],
    ["open", 2],
  ]);
});

test("a script undoes its own counting with the right to count, whatever tasks followed from it", async () => {
  await restockTrigger();
  await adjust(-3);
  await tasks();
  const key = await anna.key(["items:write", "events:read"]);
  await key.ask("POST", `items/${flour.id}/adjust`, { body: { delta: 10 } });
  const undone = await key.ask("POST", "events/undo", { body: { api_key_id: key.id } });
  expect([undone.status, undone.body.skipped], undone.text).toEqual([200, []]);
  expect((await anna.ask("GET", `items/${flour.id}`)).body.quantity).toBe(2);
});

test("a task that was deleted before tasks knew who asked for them comes back as a person's", async () => {
  const task = await make("tasks", { title: "Oil the vice" });
  const { event_seq } = (await anna.ask("DELETE", `tasks/${task.id}`)).body;
  await server.database
    .sql`update events set data = data #- '{snapshot,close_when_resolved}' #- '{snapshot,missing}'
    #- '{snapshot,trigger_id}' where subject_id = ${task.id} and type = 'task.deleted'`;
  await make("events/undo", { event_seqs: [event_seq] });
  expect((await anna.ask("GET", `tasks/${task.id}`)).body).toMatchObject({
    title: "Oil the vice",
    close_when_resolved: false,
    missing: null,
  });
});

test("once triggers have made a thousand tasks within an hour they make no more, and say so", async () => {
  const { id } = await restockTrigger();
  await server.database
    .sql`insert into tasks (id, created_at, updated_at, workspace_id, title, status, priority, source)
    select 'task_' || n || ${`_${people}`}::text, now(), now(), items.workspace_id, 'One', 'done', 'normal', 'trigger'
    from items, generate_series(1, 1000) as n where items.id = ${flour.id}`;
  await adjust(-3);
  await allDelivered(server);
  const log = (await anna.ask("GET", `triggers/${id}/deliveries`)).body.data;
  expect(log).toMatchObject([{ status: "failed", error: "too_many_tasks", task_id: null }]);
});

test("a task that cannot be made ends its delivery, which can be tried again", async () => {
  const { id } = await restockTrigger();
  await server.database
    .sql`create function broken() returns trigger language plpgsql as 'begin raise exception ''broken''; end'`;
  await server.database
    .sql`create trigger broken before insert on tasks for each row execute function broken()`;
  await adjust(-3);
  await allDelivered(server);
  await server.database.sql`drop function broken cascade`;
  const [failed] = (await anna.ask("GET", `triggers/${id}/deliveries`)).body.data;
  expect(failed).toMatchObject({ status: "failed", error: "task_failed" });
  const lesser = await anna.key(["triggers:write"]);
  expect((await lesser.ask("POST", `deliveries/${failed.id}/retry`)).body.code).toBe("insufficient_scope");
  expect((await anna.ask("POST", `deliveries/${failed.id}/retry`)).status).toBe(200);
  expect(await tasks()).toMatchObject([{ title: "Buy 2 kg of Flour", missing: 2 }]);
});

test("a task is made for nobody when its assignee has left, and the log says so", async () => {
  const bert = await addMember(server, anna, `Bert ${people}`, "member");
  const { id } = await restockTrigger({ assignee_id: bert.user_id });
  await adjust(-3);
  expect(await tasks()).toMatchObject([{ assignee_id: bert.user_id }]);
  await adjust(5);
  expect((await anna.ask("DELETE", `users/${bert.user_id}`)).status).toBe(200);
  await adjust(-5);
  expect((await tasks()).map(({ assignee_id }) => assignee_id)).toEqual([bert.user_id, null]);
  const log = (await anna.ask("GET", `triggers/${id}/deliveries`)).body.data;
  expect(log).toMatchObject([
    { status: "succeeded", error: "assignee_gone" },
    { status: "succeeded", error: null },
  ]);
});

test("triggers that answer to one another end after three", async () => {
  const task = (event_type: string, title_template: string) =>
    make("triggers", {
      name: title_template,
      event_types: [event_type],
      actions: [{ type: "create_task", title_template }],
    });
  await task("item.low_stock", "First");
  await task("task.created", "After {{subject.title}}");
  await adjust(-3);
  const titles = (await tasks()).map(({ title }) => title);
  expect(titles).toEqual(["First", "After First", "After After First"]);
  const made = await events("task.created");
  expect(made.map((event: { trigger_depth: number }) => event.trigger_depth)).toEqual([1, 2, 3]);
  expect(made[0]).toMatchObject({ auth_method: "system", actor_user_id: null });
});
