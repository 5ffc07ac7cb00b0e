/** @typedef {import("./sources.mjs").File} File */

const FEATURE_FILE = /^apps\/api\/src\/features\/([^/]+)\/(.+)$/;
const PARTS = new Set(["router.ts", "store.ts", "policy.ts"]);
/** What a file of a feature may not be called, for it says nothing. */
export const EMPTY_WORDS =
  /^(handle|process|manage|upsert|do|run|execute|data|info|types|index|service|controller)(-|\.|$)/;

const camelCase = (kebab) => kebab.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

// A verb's file exports the verb under the file's own name, and the feature's router lists it.
function verbProblems({ path, text }, name, router) {
  const verb = camelCase(name.replace(/\.ts$/, ""));
  const problems = [];
  if (EMPTY_WORDS.test(name)) problems.push(`${path}: not a verb that says what happens`);
  if (!new RegExp(`^export const ${verb}\\b`, "m").test(text))
    problems.push(`${path}: is neither router, store, policy nor a verb (it exports no \`${verb}\`)`);
  if (!router?.text.includes(`"./${name}"`)) problems.push(`${path}: its router.ts does not list it`);
  return problems;
}

/**
 * A feature's folder holds router.ts, store.ts, policy.ts, one file for each verb, and tests; nothing else.
 * @param {File[]} files
 */
export function featureProblems(files) {
  const routers = new Map();
  for (const file of files) {
    const [, noun, name] = file.path.match(FEATURE_FILE) ?? [];
    if (name === "router.ts") routers.set(noun, file);
  }
  return files.flatMap((file) => {
    const [, noun, name] = file.path.match(FEATURE_FILE) ?? [];
    if (!name || PARTS.has(name) || /^[a-z0-9-]+\.test\.ts$/.test(name)) return [];
    if (name.includes("/")) return [`${file.path}: a feature has no folders`];
    return verbProblems(file, name, routers.get(noun));
  });
}
