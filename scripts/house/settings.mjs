/** @typedef {import("./sources.mjs").File} File */

const CONFIG = "apps/api/src/config.ts";
const EXAMPLE = ".env.example";

const namesIn = (text, pattern) => new Set(Array.from(text.matchAll(pattern), ([, name]) => name));

/**
 * What config.ts reads and what .env.example explains are the same settings.
 * @param {File[]} files
 */
export function settingProblems(files) {
  const config = files.find(({ path }) => path === CONFIG);
  const example = files.find(({ path }) => path === EXAMPLE);
  if (!config || !example) return [`${CONFIG} or ${EXAMPLE} is missing`];
  const read = namesIn(config.text, /^ {2}([A-Z][A-Z0-9_]+):/gm);
  const explained = namesIn(example.text, /^# ([A-Z][A-Z0-9_]+)=/gm);
  return [
    ...(read.size === 0 ? [`${CONFIG}: no setting was recognized`] : []),
    ...[...read].filter((name) => !explained.has(name)).map((name) => `${EXAMPLE}: does not explain ${name}`),
    ...[...explained].filter((name) => !read.has(name)).map((name) => `${EXAMPLE}: nothing reads ${name}`),
  ];
}
