/** @typedef {{ path: string, text: string }} File a project file, its path relative to the checkout's root */

const LINES_MAX = 300;

// Folders and files alike. TanStack Router spells a route's address in its file name; tools name their own dotfiles.
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ROUTES = "apps/web/src/routes/";
const DRAWERS = new Set(["utils", "util", "helpers", "helper", "misc", "common", "shared"]);

// The shape of an API key, built from parts so that this file does not match it.
const KEY = new RegExp(`sk_[a-z0-9_]*(${["live", "test"].join("|")})_[0-9A-Za-z]{20,}`);

/** @param {File} file */
export function sizeProblems({ path, text }) {
  const lines = text.split("\n").length - 1;
  return lines > LINES_MAX
    ? [`${path}: ${lines} lines, more than ${LINES_MAX}; what second thing does it do?`]
    : [];
}

/** @param {File} file */
export function nameProblems({ path }) {
  const parts = path.startsWith(ROUTES) ? path.slice(0, ROUTES.length - 1).split("/") : path.split("/");
  const words = parts.map((part) => part.replace(/^\./, "").split(".")[0]);
  return words.flatMap((word) => {
    if (DRAWERS.has(word)) return [`${path}: "${word}" says nothing about what is inside`];
    return KEBAB.test(word) ? [] : [`${path}: "${word}" is not in kebab-case`];
  });
}

/** @param {File} file */
export function suppressionProblems({ path, text }) {
  return text.split("\n").flatMap((line, index) => {
    const suppression = line.match(/@ts-(expect-error|ignore|nocheck)\b:?\s*(.*)/);
    if (!suppression || suppression[2].trim().length >= 10 || path === "scripts/house/sources.mjs") return [];
    return [`${path}:${index + 1}: @ts-${suppression[1]} without its reason`];
  });
}

/** @param {File} file */
export function keyProblems({ path, text }) {
  return text.split("\n").flatMap((line, index) => {
    const key = line.match(KEY);
    return key
      ? [`${path}:${index + 1}: ${key[0].slice(0, 16)}… looks like a real key; build it from parts`]
      : [];
  });
}
