import { expect, test } from "vitest";
import { BEGIN } from "./open-theatre.ts";
import { Placeholders } from "./placeholders.ts";

const at = (name: string, seconds: number) => ({ name, atMs: BEGIN + seconds * 1_000 });
const timeAt = (seconds: number) => new Date(BEGIN + seconds * 1_000).toISOString();
const idOf = (end: string) => `bin_01h455vb4pex5vsknk084sn0${end}`;

test("what is told before an example changes nothing in it: no id, no time, no number of an event", () => {
  const answered = (seconds: number, seq: number) => ({
    id: idOf("01"),
    created_at: timeAt(seconds),
    previous_secret_until: timeAt(seconds + 600),
    event_seq: seq,
  });
  const alone = new Placeholders().in(answered(1, 7), at("bins.create", 1));
  const placeholders = new Placeholders();
  placeholders.in({ id: idOf("02"), event_seq: 7 }, at("bins.list", 1));
  expect(placeholders.in(answered(90, 19), at("bins.create", 90))).toEqual(alone);
});

test("one thing is called the same in every example, and two are not", () => {
  const placeholders = new Placeholders();
  const first = placeholders.in({ id: idOf("01") }, at("bins.create", 1));
  expect(placeholders.in({ id: idOf("01") }, at("bins.get", 2))).toEqual(first);
  expect(placeholders.in({ id: idOf("02") }, at("bins.create", 3))).not.toEqual(first);
});

test("within an example, what came first is numbered first, and what is ahead stays as far ahead", () => {
  const shown = new Placeholders().in(
    { data: [{ seq: 12 }, { seq: 9 }], previous_secret_until: timeAt(605) },
    at("events.list", 5),
  );
  expect(shown).toEqual({ data: [{ seq: 42 }, { seq: 41 }], previous_secret_until: timeAt(600) });
});
