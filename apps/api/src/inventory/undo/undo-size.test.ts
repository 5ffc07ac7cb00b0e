import { UNDO_EVENTS_MAX } from "@stowage/contract/events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestKey, type TestServer } from "../../testing/test-server.ts";

let server: TestServer;
let ann: Person;
beforeAll(async () => {
  server = await startTestServer();
  ann = await server.signUp("Ann");
});
afterAll(() => server.close());

async function bulk(by: TestKey, operations: unknown[]) {
  const answer = await by.ask("POST", "items/bulk", { body: { atomic: true, operations } });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.data as { data: { id: string } }[];
}

test("ten thousand events are undone in one call, and one more is refused", async () => {
  const script = await ann.key(["items:write"]);
  const quantity = 3;
  for (let part = 0; part < UNDO_EVENTS_MAX / 1_000; part++) {
    const made = await bulk(
      script,
      Array.from({ length: 500 }, (_, i) => ({
        op: "create",
        data: { name: `Item ${part} ${i}`, quantity },
      })),
    );
    await bulk(
      script,
      made.map(({ data }) => ({ op: "adjust", id: data.id, data: { delta: -1 } })),
    );
  }
  const undo = () => ann.ask("POST", "events/undo", { body: { api_key_id: script.id } });
  const answer = await undo();
  expect(answer.status).toBe(200);
  expect(answer.body.skipped).toEqual([]);
  expect(answer.body.undone).toHaveLength(UNDO_EVENTS_MAX);
  expect((await ann.ask("GET", "summary")).body.items).toBe(0);

  await script.ask("POST", "items", { body: { name: "One more" } });
  const refused = await undo();
  expect(refused.status).toBe(422);
  expect(refused.body.code).toBe("limit_reached");
}, 120_000);
