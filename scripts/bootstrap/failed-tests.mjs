import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { root } from "./environment.mjs";

/**
 * Has a test runner write its report, as JSON, into a file of ours, and adds to its result which tests failed. A long run's
 * log ends with what passed last, so whoever reads its end would learn that something failed and not what.
 * @param {(file: string) => Promise<{ code: number, output: string }>} runInto
 * @param {(report: any) => string[]} namesIn  the shape is the runner's
 * @returns {Promise<{ code: number, output: string, failed?: string }>}
 */
export async function withFailed(runInto, namesIn) {
  const folder = mkdtempSync(join(tmpdir(), "stowage-report-"));
  const file = join(folder, "report.json");
  try {
    const result = await runInto(file);
    return result.code === 0 ? result : { ...result, failed: namesFrom(file, namesIn).join("\n") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function namesFrom(file, namesIn) {
  const report = reportIn(file);
  const names = report ? namesIn(report) : [];
  return names.length > 0 ? names : ["no test by name: what failed is the run itself, which said so above"];
}

/** Null when the run did not come to it, or broke off while it was written. */
function reportIn(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** Failed tests of Vitest, and files that failed as a whole. */
export function failedInVitest({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === "failed");
    const where = relative(root, name);
    if (failed.length > 0)
      return failed.map((one) => `${where} › ${one.fullName}: ${firstLine(one.failureMessages[0])}`);
    return status === "failed" ? [`${where}: ${firstLine(message)}`] : [];
  });
}

/** Failed stories of Playwright, and what kept it from running any. */
export function failedInPlaywright({ suites, errors }) {
  const inSuite = ({ suites: inner = [], specs }) => [
    ...specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `e2e/${file}:${line} › ${title}`),
    ...inner.flatMap(inSuite),
  ];
  return [...errors.map(({ message }) => firstLine(message)), ...suites.flatMap(inSuite)];
}

const firstLine = (text = "") => text.trim().split("\n", 1)[0];
