import { afterAll, describe, expect, it } from "vitest";
import { made, reasons, startUndoing, types } from "../../testing/undoing.ts";

const { server, ann, script, undone, read, newest } = await startUndoing();
afterAll(() => server.close());

describe("what others changed since stays", () => {
  it("a field is not overwritten, and the answer names it, by whom and by which event", async () => {
    const key = await script();
    const item = await made(ann, "items", { name: "Paint", quantity: 3 });
    await key.ask("POST", `items/${item.id}/adjust`, { body: { count: 0 } });
    await key.ask("PATCH", `items/${item.id}`, { body: { notes: "empty" } });
    await ann.ask("POST", `items/${item.id}/adjust`, { body: { count: 2 } });
    const answer = await undone({ api_key_id: key.id });
    expect(types(answer.undone)).toEqual(["item.updated"]);
    expect(answer.skipped).toMatchObject([{ type: "item.quantity_changed", reason: "changed_since" }]);
    expect(answer.skipped[0].detail).toMatch(
      /^quantity of Paint was changed since by Ann Otter \(event \d+\)\.$/,
    );
    expect(await read(`items/${item.id}`)).toMatchObject({ quantity: 2, notes: "" });
  });

  it("a value that went there and back is still somebody's", async () => {
    const key = await script();
    const item = await made(ann, "items", { name: "Tea", quantity: 3 });
    for (const [by, count] of [
      [key, 5],
      [ann, 3],
      [ann, 5],
    ] as const)
      await by.ask("POST", `items/${item.id}/adjust`, { body: { count } });
    expect(reasons(await undone({ api_key_id: key.id }))).toEqual(["changed_since"]);
    expect((await read(`items/${item.id}`)).quantity).toBe(5);
  });

  it("nothing of an event is put back when one of its fields cannot be", async () => {
    const key = await script();
    const item = await made(ann, "items", { name: "Jar", notes: "1", sku: "1" });
    await key.ask("PATCH", `items/${item.id}`, { body: { notes: "2", sku: "2" } });
    await ann.ask("PATCH", `items/${item.id}`, { body: { sku: "3" } });
    expect(reasons(await undone({ api_key_id: key.id }))).toEqual(["changed_since"]);
    expect(await read(`items/${item.id}`)).toMatchObject({ notes: "2", sku: "3" });
  });

  it("each reason that a thing can stay for is said", async () => {
    const key = await script();
    const place = await made(ann, "locations", { name: "Barn" });
    const hers = await made(key, "bins", { name: "Hers" });
    await made(ann, "items", { name: "Inside", bin_id: hers.id });
    expect(reasons(await undone({ api_key_id: key.id }))).toEqual(["not_empty"]);

    const mover = await script();
    const bin = await made(ann, "bins", { name: "Wanders", location_id: place.id });
    await mover.ask("PATCH", `bins/${bin.id}`, { body: { location_id: null } });
    await ann.ask("DELETE", `locations/${place.id}`);
    expect(reasons(await undone({ api_key_id: mover.id }))).toEqual(["place_gone"]);

    const namer = await script();
    const first = await made(ann, "locations", { name: "Corner" });
    await namer.ask("PATCH", `locations/${first.id}`, { body: { name: "Nook" } });
    await made(ann, "locations", { name: "Corner" });
    expect(reasons(await undone({ api_key_id: namer.id }))).toEqual(["name_taken"]);

    const remover = await script();
    const thing = await made(ann, "items", { name: "Ext", external_id: "e-1" });
    await remover.ask("DELETE", `items/${thing.id}`);
    await made(ann, "items", { name: "Ext 2", external_id: "e-1" });
    expect(reasons(await undone({ api_key_id: remover.id }))).toEqual(["name_taken"]);

    const keeper = await script();
    await keeper.ask("POST", "api-keys", { body: { name: "More", scopes: ["items:read"] } });
    await made(keeper, "codes", { count: 2 });
    const kept = await undone({ api_key_id: keeper.id });
    expect(new Set(reasons(kept))).toEqual(new Set(["not_undoable"]));

    const purged = await script();
    const lost = await made(ann, "items", { name: "Lost" });
    await purged.ask("DELETE", `items/${lost.id}`);
    await server.database.db.execute(`delete from items where id = '${lost.id}'`);
    expect(reasons(await undone({ api_key_id: purged.id }))).toEqual(["gone"]);
  });
});

describe("once, and back again", () => {
  it("a second time finds everything undone already, and changes nothing", async () => {
    const key = await script();
    const item = await made(key, "items", { name: "Twice" });
    await key.ask("POST", `items/${item.id}/adjust`, { body: { delta: 1 } });
    await undone({ api_key_id: key.id });
    const { seq } = await newest(item.id);
    const again = await undone({ api_key_id: key.id });
    expect(again.undone).toEqual([]);
    expect(reasons(again)).toEqual(["already_undone", "already_undone"]);
    expect((await newest(item.id)).seq).toBe(seq);
  });

  it("an undo can be undone, and that too", async () => {
    const key = await script();
    const item = await made(ann, "items", { name: "There", quantity: 1 });
    await key.ask("POST", `items/${item.id}/adjust`, { body: { count: 9 } });
    const did = (await newest(item.id)).seq;
    await undone({ api_key_id: key.id });
    const undo = await newest(item.id);
    expect(undo.data.undoes).toBe(did);
    await undone({ event_seqs: [undo.seq] });
    expect((await read(`items/${item.id}`)).quantity).toBe(9);
    const listed = (await read(`events?subject_id=${item.id}&type=item.quantity_changed`)).data;
    expect(listed.map((event: { undone_by: number | null }) => event.undone_by)).toEqual([
      null,
      listed[0].seq,
      null,
    ]);
    await undone({ api_key_id: key.id });
    expect((await read(`items/${item.id}`)).quantity).toBe(1);
  });

  it("two at once do it once", async () => {
    const key = await script();
    const item = await made(ann, "items", { name: "Race", quantity: 10 });
    for (let i = 0; i < 5; i++) await key.ask("POST", `items/${item.id}/adjust`, { body: { delta: -1 } });
    const answers = await Promise.all([1, 2, 3].map(() => undone({ api_key_id: key.id })));
    expect(answers.map(({ undone }) => undone.length).sort()).toEqual([0, 0, 5]);
    expect((await read(`items/${item.id}`)).quantity).toBe(10);
  });

  it("a dry run says the same as the real one, and writes nothing", async () => {
    const key = await script();
    const item = await made(key, "items", { name: "Dry" });
    await key.ask("PATCH", `items/${item.id}`, { body: { notes: "x" } });
    const { revision } = await read("summary");
    const dry = await undone({ api_key_id: key.id, dry_run: true });
    expect((await read("summary")).revision).toBe(revision);
    expect(await undone({ api_key_id: key.id })).toEqual({ ...dry, dry_run: false });
  });
});

describe("what an answer says of its events is what undo asks for", () => {
  it("each deletion names its event, and the thing comes back by it with the same id", async () => {
    const place = await made(ann, "locations", { name: "Loft" });
    const bin = await made(ann, "bins", { name: "Tin", location_id: place.id });
    const item = await made(ann, "items", { name: "Pin" });
    const project = await made(ann, "projects", { name: "Quilt", status: "active" });
    const task = await made(ann, "tasks", { title: "Sew", project_id: project.id });
    await ann.ask("POST", `projects/${project.id}/reservations`, { body: { item_id: item.id, quantity: 1 } });
    for (const [path, read_at] of [
      [`projects/${project.id}/reservations/${item.id}`, `projects/${project.id}`],
      [`tasks/${task.id}`],
      [`projects/${project.id}`],
      [`items/${item.id}`],
      [
        `locations/${place.id}?move_to=${(await made(ann, "locations", { name: "Hall" })).id}`,
        `locations/${place.id}`,
      ],
      [`bins/${bin.id}`],
    ] as [string, string?][]) {
      const receipt = await ann.ask("DELETE", path);
      expect(receipt.status, receipt.text).toBe(200);
      const answer = await undone({ event_seqs: [receipt.body.event_seq] });
      expect([path, answer.undone.length, answer.skipped]).toEqual([path, 1, []]);
      expect((await ann.ask("GET", read_at ?? path)).status).toBe(200);
    }
    expect((await read(`projects/${project.id}/items`)).data).toHaveLength(1);
    expect((await read(`bins/${bin.id}`)).location_id).toBe(place.id);
    expect((await read(`tasks/${task.id}`)).project_id).toBe(project.id);
  });

  it("a bulk names the events of each operation: all of it is put back, but for what changed since", async () => {
    const bin = await made(ann, "bins", { name: "Bulk bin" });
    const [a, b, c, d] = [
      await made(ann, "items", { name: "A", quantity: 5, min_quantity: 4 }),
      await made(ann, "items", { name: "B", quantity: 5 }),
      await made(ann, "items", { name: "C" }),
      await made(ann, "items", { name: "D", notes: "same" }),
    ];
    const answer = await ann.ask("POST", "items/bulk", {
      body: {
        operations: [
          { op: "adjust", id: a.id, data: { delta: -2 } },
          { op: "move", id: b.id, data: { to_bin_id: bin.id, quantity: 2 } },
          { op: "delete", id: c.id },
          { op: "update", id: d.id, data: { notes: "same" } },
          { op: "update", id: d.id, data: { quantity: -1 } },
          { op: "create", data: { name: "E" } },
        ],
      },
    });
    const results: { event_seqs?: number[]; data: { id: string } }[] = answer.body.data;
    expect(results.map(({ event_seqs }) => event_seqs?.length)).toEqual([2, 2, 1, 0, undefined, 1]);
    const event_seqs = results.flatMap((result) => result.event_seqs ?? []);
    expect(new Set(event_seqs).size).toBe(6);
    await ann.ask("PATCH", `items/${results[5]?.data.id}`, { body: { notes: "kept" } });
    const put = await undone({ event_seqs });
    expect(reasons(put)).toEqual(["changed_since"]);
    expect(await read(`items/${a.id}`)).toMatchObject({ quantity: 5, is_low: false });
    expect(await read(`items/${b.id}`)).toMatchObject({ quantity: 5, bin_id: null });
    expect((await ann.ask("GET", `items/${c.id}`)).status).toBe(200);
    expect((await ann.ask("GET", `items/${results[5]?.data.id}`)).status).toBe(200);
  });
});
