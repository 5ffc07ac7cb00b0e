import { afterAll, describe, expect, it } from "vitest";
import { made, reasons, startUndoing, types } from "../../testing/undoing.ts";

const { server, ann, later, script, undone, read, newest } = await startUndoing();
afterAll(() => server.close());

describe("what a key did since a moment is put back", () => {
  it("an item's changes, one by one, to the state before", async () => {
    const key = await script();
    const item = await made(ann, "items", { name: "Screws", quantity: 10, tags: ["a"], notes: "old" });
    const since = later();
    await key.ask("PATCH", `items/${item.id}`, { body: { notes: "new", tags: ["b"], name: "Nails" } });
    await key.ask("POST", `items/${item.id}/adjust`, { body: { delta: -4 } });
    await key.ask("PATCH", `items/${item.id}`, { body: { custom_fields: { a: 1 }, quantity: 0 } });
    const answer = await undone({ api_key_id: key.id, since });
    expect(answer.skipped).toEqual([]);
    expect(types(answer.undone)).toEqual(["item.updated", "item.quantity_changed", "item.updated"]);
    const { version, updated_at, ...now } = await read(`items/${item.id}`);
    expect(version).toBe(7);
    expect(updated_at).not.toBe(item.updated_at);
    expect(now).toEqual(expect.objectContaining({ name: "Screws", quantity: 10, tags: ["a"], notes: "old" }));
    expect(now.custom_fields).toEqual({});
  });

  it("what came before `since` stays", async () => {
    const key = await script();
    const item = await made(key, "items", { name: "Kept" });
    const since = later();
    await key.ask("POST", `items/${item.id}/adjust`, { body: { delta: 5 } });
    expect(types((await undone({ api_key_id: key.id, since })).undone)).toEqual(["item.quantity_changed"]);
    expect(await read(`items/${item.id}`)).toMatchObject({ quantity: 1, deleted_at: null });
  });

  it("a whole tree that it made is taken down from the leaves", async () => {
    const key = await script();
    const place = await made(key, "locations", { name: "Shed" });
    const shelf = await made(key, "locations", { name: "Shelf", parent_id: place.id });
    const bin = await made(key, "bins", { name: "Box", location_id: shelf.id });
    const item = await made(key, "items", { name: "Rope", bin_id: bin.id });
    expect((await undone({ api_key_id: key.id })).skipped).toEqual([]);
    expect((await ann.ask("GET", `locations/${place.id}`)).status).toBe(404);
    expect((await ann.ask("GET", `bins/${bin.id}`)).status).toBe(404);
    expect((await read("items?deleted=true")).data.map(({ id }: { id: string }) => id)).toContain(item.id);
  });

  it("a whole tree that it deleted stands again, with ids, labels and what was in the trash", async () => {
    const key = await script();
    const place = await made(ann, "locations", { name: "Attic" });
    const bin = await made(ann, "bins", { name: "Chest", location_id: place.id });
    const item = await made(ann, "items", { name: "Hat", bin_id: bin.id });
    const old = await made(ann, "items", { name: "Old hat", location_id: place.id });
    await ann.ask("DELETE", `items/${old.id}`);
    const [label] = (await made(ann, "codes", { count: 1 })).data;
    await ann.ask("POST", `codes/${label.code}/claim`, {
      body: { target_type: "location", target_id: place.id },
    });
    for (const path of [`items/${item.id}`, `bins/${bin.id}`, `locations/${place.id}`])
      expect((await key.ask("DELETE", path)).status).toBe(200);
    const answer = await undone({ api_key_id: key.id });
    expect(answer.skipped).toEqual([]);
    expect(await read(`locations/${place.id}`)).toMatchObject({
      name: "Attic",
      path: [place.id],
      version: 2,
    });
    expect(await read(`bins/${bin.id}`)).toMatchObject({ location_id: place.id, code: bin.code });
    expect(await read(`items/${item.id}`)).toMatchObject({ bin_id: bin.id });
    expect((await read(`codes/${label.code}`)).target).toMatchObject({ id: place.id });
    expect((await ann.ask("POST", `items/${old.id}/restore`)).body.location_id).toBe(place.id);
  });

  it("what `move_to` moved goes back, unless it has gone elsewhere", async () => {
    const key = await script();
    const from = await made(ann, "locations", { name: "From" });
    const to = await made(ann, "locations", { name: "To" });
    const inner = await made(ann, "locations", { name: "Inner", parent_id: from.id });
    const bin = await made(ann, "bins", { name: "Stays", location_id: from.id });
    const other = await made(ann, "bins", { name: "Goes on", location_id: from.id });
    const item = await made(ann, "items", { name: "Loose", location_id: from.id });
    expect((await key.ask("DELETE", `locations/${from.id}?move_to=${to.id}`)).status).toBe(200);
    await ann.ask("PATCH", `bins/${other.id}`, { body: { location_id: null } });
    await undone({ api_key_id: key.id });
    expect((await read(`locations/${inner.id}`)).path).toEqual([from.id, inner.id]);
    expect((await read(`bins/${bin.id}`)).location_id).toBe(from.id);
    expect((await read(`bins/${other.id}`)).location_id).toBe(null);
    expect((await read(`items/${item.id}`)).location_id).toBe(from.id);
    const again = await newest(from.id);
    expect(again.type).toBe("location.created");
    expect((await undone({ event_seqs: [again.seq] })).skipped).toEqual([]);
    expect((await read(`bins/${bin.id}`)).location_id).toBe(to.id);
  });

  it("a moved place goes back with all below it", async () => {
    const key = await script();
    const a = await made(ann, "locations", { name: "Left" });
    const b = await made(ann, "locations", { name: "Right" });
    const leaf = await made(ann, "locations", { name: "Leaf", parent_id: a.id });
    await key.ask("PATCH", `locations/${a.id}`, { body: { parent_id: b.id, name: "Left!" } });
    await undone({ api_key_id: key.id });
    expect((await read(`locations/${leaf.id}`)).path).toEqual([a.id, leaf.id]);
    expect((await read(`locations/${a.id}`)).name).toBe("Left");
  });

  it("a split is made whole, both halves or neither", async () => {
    const key = await script();
    const item = await made(ann, "items", { name: "Bolts", quantity: 10 });
    const bin = await made(ann, "bins", { name: "Other box" });
    const split = async () =>
      (await key.ask("POST", `items/${item.id}/move`, { body: { to_bin_id: bin.id, quantity: 4 } })).body;
    const first = await split();
    const part = await newest(first.moved_item.id);
    const one = await undone({ event_seqs: [part.seq] });
    expect(types(one.undone)).toEqual(["item.created", "item.quantity_changed"]);
    expect((await read(`items/${item.id}`)).quantity).toBe(10);
    expect((await ann.ask("GET", `items/${first.moved_item.id}`)).status).toBe(404);

    const redo = await undone({ event_seqs: [(await newest(item.id)).seq] });
    expect(redo.undone).toHaveLength(2);
    expect((await read(`items/${item.id}`)).quantity).toBe(6);
    expect((await read(`items/${first.moved_item.id}`)).quantity).toBe(4);

    await ann.ask("POST", `items/${item.id}/adjust`, { body: { delta: 1 } });
    const blocked = await undone({ api_key_id: key.id });
    expect(reasons(blocked)).toEqual(["changed_since", "changed_since"]);
    expect((await read(`items/${first.moved_item.id}`)).quantity).toBe(4);
  });

  it("a claimed label is blank again, and the bin goes by its old one", async () => {
    const key = await script();
    const bin = await made(ann, "bins", { name: "Labelled" });
    const [label] = (await made(ann, "codes", { count: 1 })).data;
    await key.ask("POST", `codes/${label.code}/claim`, { body: { target_type: "bin", target_id: bin.id } });
    expect((await read(`bins/${bin.id}`)).code).toBe(label.code);
    expect((await undone({ api_key_id: key.id })).skipped).toEqual([]);
    expect((await read(`bins/${bin.id}`)).code).toBe(bin.code);
    expect((await read(`codes/${label.code}`)).target).toBe(null);
    await undone({ event_seqs: [(await newest(label.code)).seq] });
    expect((await read(`bins/${bin.id}`)).code).toBe(label.code);
    expect((await read(`codes/${label.code}`)).target).toMatchObject({ id: bin.id });
  });

  it("tasks and projects come back with what they were, reservations and stock too", async () => {
    const key = await script();
    const item = await made(ann, "items", { name: "Planks", quantity: 20 });
    const project = await made(ann, "projects", { name: "Shelf", status: "active" });
    const task = await made(ann, "tasks", { title: "Saw", project_id: project.id });
    await ann.ask("POST", `projects/${project.id}/reservations`, { body: { item_id: item.id, quantity: 8 } });
    const before = await read(`items/${item.id}`);
    expect(before).toMatchObject({ quantity: 20, reserved: 8 });
    await key.ask("POST", `projects/${project.id}/reservations`, {
      body: { item_id: item.id, quantity: 12 },
    });
    await key.ask("POST", `projects/${project.id}/consume`, {
      body: { items: [{ item_id: item.id, quantity: 3 }] },
    });
    await key.ask("POST", `tasks/${task.id}/complete`);
    await key.ask("PATCH", `projects/${project.id}`, { body: { status: "done", name: "Done" } });
    await key.ask("DELETE", `projects/${project.id}`);
    await key.ask("DELETE", `tasks/${task.id}`);
    expect(await read(`items/${item.id}`)).toMatchObject({ quantity: 17, reserved: 0 });
    const preview = await undone({ api_key_id: key.id, dry_run: true });
    const answer = await undone({ api_key_id: key.id });
    expect(answer.skipped).toEqual([]);
    expect(answer).toEqual({ ...preview, dry_run: false });
    expect(await read(`items/${item.id}`)).toMatchObject({ quantity: 20, reserved: 8, available: 12 });
    expect(await read(`projects/${project.id}`)).toMatchObject({ name: "Shelf", status: "active" });
    expect((await read(`projects/${project.id}/items`)).data[0]).toMatchObject({ quantity: 8, consumed: 0 });
    expect(await read(`tasks/${task.id}`)).toMatchObject({
      title: "Saw",
      status: "open",
      completed_at: null,
      project_id: project.id,
    });
  });

  it("consumed stock is given back whole or not at all", async () => {
    const key = await script();
    const item = await made(ann, "items", { name: "Glue", quantity: 5 });
    const other = await made(ann, "items", { name: "Tape", quantity: 5 });
    const project = await made(ann, "projects", { name: "Kite", status: "active" });
    for (const { id } of [item, other])
      await ann.ask("POST", `projects/${project.id}/reservations`, { body: { item_id: id, quantity: 4 } });
    await key.ask("POST", `projects/${project.id}/consume`);
    await ann.ask("POST", `items/${other.id}/adjust`, { body: { count: 5 } });
    const lone = (await read(`events?subject_id=${item.id}&type=item.quantity_changed&limit=1`)).data[0];
    const answer = await undone({ event_seqs: [lone.seq] });
    expect(answer.undone).toEqual([]);
    expect(reasons(answer)).toEqual(["changed_since", "changed_since", "changed_since"]);
    expect((await read(`items/${item.id}`)).quantity).toBe(1);
  });
});
