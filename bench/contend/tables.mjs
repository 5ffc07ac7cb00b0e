import { CONTENDERS } from "./contenders.mjs";
import { medianOf, pairedRatio } from "./match.mjs";
import { isReached } from "./ratios.mjs";
import { WORKS } from "./works.mjs";

/** Above it the load has no time left, and measures itself. */
const BUSY = 0.9;

/**
 * Cells under each other; columns that hold words to the left, those that hold numbers to the right.
 * @param {string[][]} rows  The first says what the others hold.
 * @param {number} words  How many columns hold words.
 */
export function tableOf(rows, words) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const place = (cell, column) =>
    column < words || column === rows[0].length - 1
      ? cell.padEnd(widths[column])
      : cell.padStart(widths[column]);
  return rows.map((row) => row.map(place).join("  ").trimEnd()).join("\n");
}

/** @type {("rate" | "p50_ms" | "p99_ms" | "cpu_us")[]} */
const FIGURES = ["rate", "p50_ms", "p99_ms", "cpu_us"];

const number = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
const times = (value) => `${number(value)}×`;
const megabytes = (bytes) => (bytes / 1_000_000).toFixed(0);

/** A line for each who took turns. @param {import("./match.mjs").Match[]} matches */
export function matchTable(matches) {
  const head = [
    "",
    "connections",
    "",
    "req/s",
    "p50 ms",
    "p99 ms",
    "CPU µs",
    "server",
    "load",
    "S req/s",
    "S CPU",
    "",
  ];
  return tableOf([head, ...matches.flatMap((match) => match.map((row) => lineOf(row, match)))], 1);
}

function lineOf(row, match) {
  const own = match.find(({ contender, work }) => contender === "stowage" && work === row.work);
  const isOther = own && own !== row;
  const load = medianOf(row, "load");
  const notes = [load > BUSY ? "! the load is busy" : "", wrongOf(row)];
  return [
    WORKS[row.work].title,
    String(row.connections),
    CONTENDERS[row.contender].title,
    ...FIGURES.map((figure) => number(medianOf(row, figure))),
    ...[medianOf(row, "server"), load].map((share) => share.toFixed(2)),
    isOther ? times(pairedRatio(own, row, "rate")) : "",
    isOther ? times(pairedRatio(own, row, "cpu_us")) : "",
    notes.filter(Boolean).join(", "),
  ];
}

/** What was answered wrongly, in words. @param {{ rounds: { wrong: [string, number][] }[] }} row */
export function wrongOf({ rounds }) {
  const counts = new Map();
  for (const [what, count] of rounds.flatMap(({ wrong }) => wrong))
    counts.set(what, (counts.get(what) ?? 0) + count);
  return [...counts].map(([what, count]) => `✗ ${count} ${what}`).join(", ");
}

/** @param {import("./session.mjs").StartUp[]} startUps */
export function startTable(startUps) {
  const head = ["", "first start ms", "start ms", "MB idle", "MB after load"];
  const lines = startUps.map(({ contender, cold_ms, warm_ms, idle_bytes, loaded_bytes }) => [
    CONTENDERS[contender].title,
    cold_ms.toFixed(0),
    warm_ms.toFixed(0),
    megabytes(idle_bytes),
    megabytes(loaded_bytes).padStart(head[4].length),
  ]);
  return tableOf([head, ...lines], 1);
}

/** @param {import("./key-figures.mjs").KeyFigures} keys */
export function keyLines({ cold, firstPass, rotation, count }) {
  const [few, many] = rotation;
  const line = (row) =>
    `${number(medianOf(row, "rate"))} req/s, p99 ${number(medianOf(row, "p99_ms"))} ms, ${number(medianOf(row, "cpu_us"))} µs of CPU`;
  return [
    `A key's first use: ${number(cold.p50_ms)} ms, the slowest ${number(cold.max_ms)} ms, one at a time; ${number(cold.cpu_us)} µs of CPU.`,
    `${count} keys used for the first time: ${number(firstPass.rate)} req/s, ${number(firstPass.seconds)} s in all.`,
    `One bin by 16 keys in turn: ${line(few)}; by ${count}: ${line(many)}.`,
  ].join("\n");
}

/** @param {import("./webhooks.mjs").WebhookFigures} figures */
export function webhookLine({ adjusts, deliveries, count, cpu_us }) {
  return `${count} changes, a webhook for each: ${number(adjusts)} changes/s, ${number(deliveries)} webhooks/s until all had come; ${number(cpu_us)} µs of CPU for a change and its webhook.`;
}

/** @param {import("./ratios.mjs").Ratio[]} ratios */
export function ratioTable(ratios) {
  const head = ["", "ratio", "target", "", "CPU", ""];
  const lines = ratios.map(({ name, value, cpu, target, note = "" }) => {
    const reached = isReached(value, target);
    return [
      name,
      value.toFixed(2),
      target ? ("at_least" in target ? `≥ ${target.at_least}` : `≤ ${target.at_most}`) : "",
      reached === null ? "" : reached ? "✓" : "✗",
      cpu === undefined ? "" : cpu.toFixed(2),
      note,
    ];
  });
  return tableOf([head, ...lines], 1);
}
