/**
 * Runs one step and says how it went; what a quiet step printed is shown only if it failed.
 * A step whose `blocker` failed is not run and counts as failed.
 */
export async function runStep({ id, title, run }, { env, quiet, blocker }) {
  if (blocker) {
    process.stdout.write(`✗ ${title}: not run, because "${blocker}" failed\n`);
    return { id, title, isOk: false, seconds: 0 };
  }
  const started = performance.now();
  const { code, output, failed } = await run({ env, quiet });
  const seconds = (performance.now() - started) / 1000;
  const isOk = code === 0;
  if (quiet) {
    process.stdout.write(`${isOk ? "✓" : "✗"} ${title} ${seconds.toFixed(1)} s\n`);
    if (!isOk) process.stdout.write(`${output?.trimEnd().replace(/^/gm, "    ")}\n`);
  }
  return { id, title, isOk, seconds, failed: isOk ? undefined : (failed ?? endOf(output)) };
}

const TOLD_LINES = 10;
const endOf = (output = "") => output.trimEnd().split("\n").slice(-TOLD_LINES).join("\n");

/** Prints what failed, a row for each step and the summary line; true if all passed. */
export function report(results) {
  const rows = results.map(
    ({ title, isOk, seconds }) => `${isOk ? "ok  " : "FAIL"} ${seconds.toFixed(1).padStart(6)} s  ${title}`,
  );
  for (const { title, failed } of results)
    if (failed) process.stdout.write(`\n✗ ${title}\n${failed.replace(/^/gm, "    ")}\n`);
  const failed = results.filter(({ isOk }) => !isOk).length;
  process.stdout.write(
    `\n${rows.join("\n")}\n\nsteps: ${results.length - failed} passed, ${failed} failed\n`,
  );
  return failed === 0;
}
