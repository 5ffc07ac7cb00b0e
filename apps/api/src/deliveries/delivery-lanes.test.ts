import { expect, test } from "vitest";
import { DeliveryLanes, type Pace } from "./delivery-lanes.ts";

const QUICK: Pace = { ms: 10, isAnswered: true };
const LATE: Pace = { ms: 4_000, isAnswered: true };
const SILENT: Pace = { ms: 5_000, isAnswered: false };

/** Lanes under a clock of their own, with as much as begins. */
function lanesAt(start = 0) {
  const clock = { now: start };
  const lanes = new DeliveryLanes<string>(() => clock.now);
  const once = (host: string, pace: Pace) => lanes.begin(host)(pace);
  /** Places jobs of a host and begins those that may. */
  const offer = (host: string, count: number) => {
    const placed = { begun: [] as ReturnType<typeof lanes.begin>[], waiting: 0, again: [] as number[] };
    for (let n = 0; n < count; n++) {
      const placing = lanes.place(host, `${host} ${n}`);
      if (placing === "begin") placed.begun.push(lanes.begin(host));
      else if (placing === "wait") placed.waiting++;
      else placed.again.push(placing.again_ms);
    }
    return placed;
  };
  return { clock, lanes, once, offer };
}

test("a host has four attempts at a time, two while it is slow or unknown, and one once it was silent", () => {
  const { once, offer } = lanesAt();
  expect(offer("unknown", 10).begun).toHaveLength(2);
  once("quick", QUICK);
  expect(offer("quick", 10).begun).toHaveLength(4);
  once("late", LATE);
  expect(offer("late", 10).begun).toHaveLength(2);
  once("silent", SILENT);
  expect(offer("silent", 10).begun).toHaveLength(1);
});

test("however many hosts are silent or unknown, those that answer have places", () => {
  const { lanes, once, offer } = lanesAt();
  for (let n = 0; n < 100; n++) once(`silent ${n}`, SILENT);
  const silent = Array.from({ length: 100 }, (_, n) => offer(`silent ${n}`, 50).begun.length);
  expect(silent.reduce((sum, begun) => sum + begun)).toBe(8);
  const unknown = Array.from({ length: 100 }, (_, n) => offer(`unknown ${n}`, 50).begun.length);
  expect(unknown.reduce((sum, begun) => sum + begun)).toBe(12);
  for (const host of ["one", "two", "three"]) once(host, QUICK);
  expect(["one", "two", "three"].map((host) => offer(host, 4).begun.length)).toEqual([4, 4, 4]);
  expect(lanes.hasRoom).toBe(false);
});

test("what has no place at a silent host does not wait in memory, and is spread over the time the host will need", () => {
  const { once, offer, lanes } = lanesAt();
  once("dead", SILENT);
  const { begun, waiting, again } = offer("dead", 5_000);
  expect([begun.length, waiting, again.length]).toEqual([1, 0, 4_999]);
  expect(again.slice(0, 3)).toEqual([5_000, 10_000, 15_000]);
  expect(Math.max(...again)).toBeLessThanOrEqual(300_000);
  const early = again.filter((ms) => ms < 150_000).length;
  expect(early).toBeLessThan(50); // the line is not walked through again and again
  expect(lanes.hasLine).toBe(false); // nothing there is worth being looked at often
});

test("a burst for a host that answers waits a little in memory, and comes again as fast as the host takes it", () => {
  const { clock, once, offer, lanes } = lanesAt();
  once("quick", QUICK);
  const { begun, waiting, again } = offer("quick", 1_016);
  expect([begun.length, waiting, again.length]).toEqual([4, 12, 1_000]);
  expect(Math.max(...again)).toBeLessThanOrEqual(5_000);
  expect(lanes.hasLine).toBe(true);
  clock.now += 5_001;
  expect(lanes.hasLine).toBe(false);
});

test("hosts that wait take turns, and nothing that ended keeps its place", () => {
  const { once, offer, lanes } = lanesAt();
  for (const host of ["a", "b"]) once(host, QUICK);
  const [a, b] = [offer("a", 6), offer("b", 6)];
  expect(lanes.next()).toBeNull();
  for (const ended of [...a.begun, ...b.begun]) ended(QUICK);
  const hosts: string[] = [];
  for (let next = lanes.next(); next; next = lanes.next()) {
    hosts.push(next.host);
    lanes.begin(next.host)(QUICK);
  }
  expect(hosts).toEqual(["a", "b", "a", "b"]);
});

test("a host that falls silent loses those that wait for it; one that speaks again has its share at once", () => {
  const { once, offer, lanes } = lanesAt();
  once("host", QUICK);
  const { begun, waiting } = offer("host", 16);
  const [first, ...rest] = begun;
  expect(waiting).toBe(12);
  expect(first?.(SILENT)).toHaveLength(12);
  expect(lanes.next()).toBeNull();
  for (const ended of rest) expect(ended(SILENT)).toEqual([]);
  expect(offer("host", 2).begun).toHaveLength(1);
  once("host", QUICK);
  expect(offer("host", 4).begun).toHaveLength(3);
});

test("what waits in memory is bounded, whatever the number of hosts, and is given back on the way out", () => {
  const { once, offer, lanes } = lanesAt();
  for (let n = 0; n < 100; n++) once(`host ${n}`, QUICK);
  const offers = Array.from({ length: 100 }, (_, n) => offer(`host ${n}`, 20));
  const waiting = offers.reduce((sum, placed) => sum + placed.waiting, 0);
  expect(waiting).toBe(256);
  expect(lanes.clear()).toHaveLength(256);
  expect(lanes.next()).toBeNull();
});
