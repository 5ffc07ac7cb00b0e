import { expect, test } from "vitest";
import { turnsOf } from "./match.mjs";
import { isReached, jsonOf, ratiosOf } from "./ratios.mjs";

/** A row of rounds with these rates; its times and costs are what they come to. */
const row = (contender, work, rates, connections = 16) => ({
  contender,
  work,
  connections,
  rounds: rates.map((rate) => ({
    ...{ rate, p50_ms: 1, p99_ms: 1_000 / rate, max_ms: 1, seconds: 1, cpu_us: 1_000_000 / rate },
    ...{ server: 1, load: 0.1, rss_bytes: 0, wrong: [] },
  })),
});
const ratioOf = (ratios, name) => ratios.find((ratio) => ratio.name === name)?.value;

test("a ratio is the median of what the rounds come to, each by its own: a slow moment is both's", () => {
  const match = [row("stowage", "list", [90, 9, 50]), row("ceiling", "list", [100, 10, 100])];
  const [ratio] = ratiosOf([match], null);
  expect(ratio).toMatchObject({ name: "list_vs_ceiling", value: 0.9, target: { at_least: 0.85 } });
  expect(ratio?.cpu).toBeCloseTo(0.9);
});

test("each peer is compared in its own match, and what was not measured is left out", () => {
  const beside = (peer, rate) => [row("stowage", "list", [100]), row(peer, "list", [rate])];
  const ratios = ratiosOf([beside("better_auth", 25), beside("typical_trpc", 10)], null);
  expect(ratios.map(({ name, value }) => [name, value])).toEqual([
    ["list_vs_better_auth", 4],
    ["list_vs_typical_trpc", 10],
  ]);
});

test("refusing is compared with serving of the same match", () => {
  const list = [row("stowage", "list", [999]), row("ceiling", "list", [999])];
  const refusals = [row("stowage", "list", [100]), row("stowage", "bad_key", [150])];
  expect(ratioOf(ratiosOf([list, refusals], null), "bad_key_vs_good")).toBe(1.5);
});

test("of the slowest answers by 64 connections the worst work counts", () => {
  const pair = (work, own) => [row("stowage", work, [own], 64), row("ceiling", work, [100], 64)];
  const ratios = ratiosOf([pair("list", 100), pair("get", 50), pair("create", 80)], null);
  expect(ratios).toHaveLength(1);
  expect(ratioOf(ratios, "p99_64_vs_ceiling")).toBe(2);
});

test("targets are from below or from above, and the last line holds two decimals", () => {
  expect(isReached(0.85, { at_least: 0.85 })).toBe(true);
  expect(isReached(15.1, { at_most: 15 })).toBe(false);
  expect(isReached(1, undefined)).toBe(null);
  const ratios = [{ name: "list_vs_ceiling", value: 0.8549, cpu: 0.911, target: { at_least: 0.85 } }];
  expect(JSON.parse(jsonOf(ratios, { isShort: true }))).toEqual({
    ratios: { list_vs_ceiling: 0.85 },
    cpu_ratios: { list_vs_ceiling: 0.91 },
    targets: { list_vs_ceiling: { at_least: 0.85 } },
    short: true,
  });
});

test("contenders take turns forth and back", () => {
  expect(turnsOf(3, 3)).toEqual([0, 1, 2, 2, 1, 0, 0, 1, 2]);
});
