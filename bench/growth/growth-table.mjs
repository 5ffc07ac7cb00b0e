import { tableOf } from "../app/table.mjs";

const HEAD = ["server µs", "PostgreSQL µs", "p50 ms", "requests/s"];

/**
 * A work by each size: what a request costs, and how often what it costs at the smallest size.
 * @param {Map<string, import("./rounds.mjs").Measured>} bySize
 */
export function growthTable(work, bySize) {
  const all = [...bySize];
  const rows = all.map(([label, measured]) => [label, ...cellsOf(measured)]);
  const [first, last] = [all[0]?.[1], all.at(-1)?.[1]];
  if (first && last) rows.push(["last ÷ first", ...ratiosOf(first, last)]);
  return tableOf([[work, ...HEAD], ...rows]);
}

/** @param {import("./rounds.mjs").Measured} measured */
function cellsOf({ cpu_us, postgres_us, per_second, p50_ms }) {
  return [
    cpu_us.toFixed(0),
    postgres_us === null ? "–" : postgres_us.toFixed(0),
    p50_ms.toFixed(2),
    per_second.toFixed(0),
  ];
}

function ratiosOf(first, last) {
  const ratio = (name) => (first[name] === null ? "–" : `${(last[name] / first[name]).toFixed(2)}×`);
  return [ratio("cpu_us"), ratio("postgres_us"), ratio("p50_ms"), ratio("per_second")];
}
