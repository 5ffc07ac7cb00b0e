import { afterAll, describe, expect, it } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import type { TestKey } from "../../testing/test-server.ts";
import { made, reasons, startUndoing } from "../../testing/undoing.ts";

const { server, ann, script, undone, read, newest } = await startUndoing();
afterAll(() => server.close());

describe("who may undo what", () => {
  it("a key needs the scopes of all that is undone, named together and before anything", async () => {
    const key = await script();
    const bin = await made(key, "bins", { name: "B" });
    await made(key, "items", { name: "I", bin_id: bin.id });
    await key.ask("PATCH", `bins/${bin.id}`, { body: { name: "B2" } });
    const reader = await ann.key(["events:read", "items:delete"]);
    const answer = await reader.ask("POST", "events/undo", { body: { api_key_id: key.id } });
    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe("insufficient_scope");
    expect(answer.body.missing_scopes).toEqual(["bins:write", "bins:delete"]);
    expect((await ann.ask("GET", `bins/${bin.id}`)).status).toBe(200);
  });

  it("a viewer is refused, were there nothing to undo", async () => {
    const vic = await addMember(server, ann, "Vic Vole", "viewer");
    const key = await script();
    for (const path of ["dry", "real"]) {
      const body = { api_key_id: key.id, dry_run: path === "dry" };
      expect((await vic.ask("POST", "events/undo", { body })).body.code).toBe("role_forbidden");
    }
  });

  it("a bounded key undoes only what it reaches", async () => {
    const key = await script();
    const inside = await made(ann, "locations", { name: "Inside" });
    const mine = await made(key, "bins", { name: "Mine", location_id: inside.id });
    const theirs = await made(key, "bins", { name: "Theirs" });
    const bound = await ann.key(["events:read", "bins:write", "bins:delete"], { location_ids: [inside.id] });
    const answer = await undone({ api_key_id: key.id }, bound);
    expect(answer.undone.map((one: { subject_id: string }) => one.subject_id)).toEqual([mine.id]);
    expect((await ann.ask("GET", `bins/${theirs.id}`)).status).toBe(200);
  });

  it("a bounded key does not half undo a split that begins beyond its places", async () => {
    const key = await script();
    const inside = await made(ann, "locations", { name: "Within" });
    const source = await made(ann, "items", { name: "Outside", quantity: 5 });
    const { moved_item } = (
      await key.ask("POST", `items/${source.id}/move`, { body: { to_location_id: inside.id, quantity: 2 } })
    ).body;
    const bound: TestKey = await ann.key(["events:read", "items:write", "items:delete"], {
      location_ids: [inside.id],
    });
    expect(reasons(await undone({ api_key_id: key.id }, bound))).toEqual(["gone"]);
    expect((await read(`items/${moved_item.id}`)).quantity).toBe(2);
  });

  it("another organization's keys, people and events are not there", async () => {
    const eve = await server.signUp("Eve Stoat");
    const key = await script();
    const item = await made(key, "items", { name: "Ours" });
    const { seq } = await newest(item.id);
    for (const body of [{ api_key_id: key.id }, { user_id: ann.user_id }, { event_seqs: [seq + 100_000] }])
      expect((await eve.ask("POST", "events/undo", { body })).status).toBe(404);
    expect((await ann.ask("GET", `items/${item.id}`)).status).toBe(200);
  });

  it("the other environment's key is not there", async () => {
    const test = await ann.key(["admin:*"], { environment: "test" });
    const answer = await ann.ask("POST", "events/undo", { body: { api_key_id: test.id } });
    expect(answer.status).toBe(404);
  });

  it("of a person, only what they did signed in", async () => {
    const bea = await addMember(server, ann, "Bea Badger", "admin");
    const key = await bea.key(["items:write"]);
    const byHand = await made(bea, "items", { name: "By hand" });
    const byKey = await made(key, "items", { name: "By key" });
    const answer = await undone({ user_id: bea.user_id });
    expect(answer.undone.map((one: { subject_id: string }) => one.subject_id)).toEqual([byHand.id]);
    expect((await ann.ask("GET", `items/${byKey.id}`)).status).toBe(200);
  });

  it.each([
    {},
    { api_key_id: "key_x", user_id: "user_x" },
    { api_key_id: "key_x", event_seqs: [1] },
    { event_seqs: [] },
    { event_seqs: [0] },
    { api_key_id: "key_x", since: "yesterday" },
    { api_key_id: "key_x", until: "2026-01-01T00:00:00Z" },
  ])("%j is no selection", async (body) => {
    expect((await ann.ask("POST", "events/undo", { body })).status).toBe(422);
  });
});
