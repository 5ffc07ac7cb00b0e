import fc from "fast-check";
import { expect, test } from "vitest";
import { type Rewind, type Row, Rows } from "./rows.ts";

interface Thing extends Row {
  note: number;
}

const at = "2026-01-01T00:00:00.000Z";
const thing = (id: string, note: number): Thing => ({ id, version: 1, created_at: at, updated_at: at, note });

/** Stored are a, b and c, of which c is out of reach; d and e are free ids. */
function begin() {
  const stored = new Map(["a", "b", "c"].map((id) => [id, thing(id, 0)]));
  const journal: Rewind[] = [];
  const loads: string[][] = [];
  const rows = new Rows<Thing>({
    load: async (ids) => {
      loads.push([...ids]);
      return ids.flatMap((id) => (id === "c" ? [] : (stored.get(id) ?? [])));
    },
    journal: (rewind) => void journal.push(rewind),
  });
  return { rows, journal, loads, stored };
}

const id = fc.constantFrom("a", "b", "d", "e");
const change = fc.oneof(
  fc.record({ is: fc.constant("get" as const), id }),
  fc.record({ is: fc.constant("put" as const), id, note: fc.nat(5) }),
  fc.record({ is: fc.constant("drop" as const), id }),
);

test("whatever is changed and taken back, rows read as a map would, and what is to be written is the difference", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ work: fc.array(change, { maxLength: 6 }), fails: fc.boolean() }), {
        maxLength: 6,
      }),
      async (attempts) => {
        const { rows, journal, stored } = begin();
        let model = new Map([...stored].filter(([key]) => key !== "c"));
        for (const { work, fails } of attempts) {
          const before = new Map(model);
          const mark = journal.length;
          for (const one of work) {
            const now = await rows.get(one.id); // what changes a row has read it
            expect(now).toEqual(model.get(one.id) ?? null);
            if (one.is === "put") {
              rows.put(thing(one.id, one.note));
              model.set(one.id, thing(one.id, one.note));
            } else if (one.is === "drop") {
              rows.drop(one.id);
              model.delete(one.id);
            }
          }
          if (!fails) continue;
          while (journal.length > mark) journal.pop()?.();
          model = before;
        }
        const { added, changed, dropped } = rows.changes();
        const written = new Map([...stored].filter(([key]) => key !== "c"));
        for (const row of dropped) expect(written.delete(row.id)).toBe(true);
        for (const row of changed) expect(written.has(row.id) && written.set(row.id, row)).toBeTruthy();
        for (const row of added) expect(!written.has(row.id) && written.set(row.id, row)).toBeTruthy();
        expect(written).toEqual(model);
      },
    ),
  );
});

test("a row is read once, and so is the news that there is none", async () => {
  const { rows, loads } = begin();
  await rows.fetch(["a", "b", "x"]);
  expect([(await rows.get("a"))?.id, await rows.get("x"), (await rows.get("b"))?.id]).toEqual([
    "a",
    null,
    "b",
  ]);
  expect(loads).toEqual([["a", "b", "x"]]);
});

test("a row that is known from elsewhere is still out of reach for a caller who cannot reach it", async () => {
  const { rows, stored } = begin();
  const unreached = stored.get("c");
  if (!unreached) throw new Error("c is stored");
  rows.learn(unreached, { isReached: false });
  expect([rows.peek("c"), await rows.get("c")]).toEqual([unreached, null]);
  rows.put({ ...unreached, note: 1 });
  expect([rows.peek("c")?.note, await rows.get("c")]).toEqual([1, null]);
});

test("what is learnt anew does not undo what was changed", async () => {
  const { rows } = begin();
  await rows.fetch(["a", "b"]);
  rows.put(thing("a", 7));
  rows.drop("b");
  for (const key of ["a", "b"]) rows.learn(thing(key, 0), { isReached: true });
  expect([(await rows.get("a"))?.note, await rows.get("b")]).toEqual([7, null]);
});
