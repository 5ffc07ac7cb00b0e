/** @typedef {import("./measure.mjs").Measured} Measured */

/** What people take for at once: nothing that one looks at may take longer, 19 times of 20. */
const LIMIT_MS = 200;

/** The question that all others are compared with: a way through the server that does nothing. */
export const CEILING = "GET /healthz";

/** @param {number[]} times @param {number} share */
function percentile(times, share) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

/**
 * Prints a row for each question, and what was slow or wrong.
 * @param {NodeJS.WritableStream} output
 * @param {{ stage: { held: string }, measured: Measured[], written: Measured[] }} results
 * @returns {boolean} whether nothing was wrong
 */
export function printTable(output, { stage, measured, written }) {
  const rows = [...measured, ...written].map(({ name, times, wrong }) => ({
    name,
    wrong,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  }));
  const ceiling = rows.find(({ name }) => name === CEILING)?.p95 ?? Number.NaN;
  const width = Math.max(...rows.map(({ name }) => name.length));
  const line = (name, ...cells) =>
    `${name.padEnd(width)} ${cells.map((cell) => cell.padStart(9)).join("")}`.trimEnd();
  const lines = rows.map(({ name, p50, p95, wrong }) => {
    const mark = wrong ? "  ✗ wrong" : p95 > LIMIT_MS ? `  ! above ${LIMIT_MS} ms` : "";
    return line(name, p50.toFixed(1), p95.toFixed(1), `${(p95 / ceiling).toFixed(1)}×`) + mark;
  });
  const wrong = rows.filter((row) => row.wrong);
  const slow = rows.filter(({ p95 }) => p95 > LIMIT_MS);
  output.write(
    `\n${[
      `On ${stage.held}; ${measured[0]?.times.length ?? 0} rounds. Times in ms; × is p95 by that of ${CEILING}.`,
      "",
      line("", "p50", "p95", "×"),
      ...lines,
      "",
      `${rows.length} questions: ${wrong.length} answered wrongly, ${slow.length} above ${LIMIT_MS} ms`,
      ...wrong.map((row) => `  ✗ ${row.name}: ${row.wrong}`),
    ].join("\n")}\n`,
  );
  return wrong.length === 0;
}
