/** Files outside of `docs` that are pages of the site too. */
const BESIDE = new Map([
  ["CHANGELOG.md", "changelog.md"],
  ["CONTRIBUTING.md", "contributing.md"],
]);

/**
 * Where a file of the checkout stands on the site, or null for one that is no page of it.
 * @param {string} source from the checkout's root, such as `docs/recipes/README.md`
 * @returns {string | null} such as `recipes/index.md`
 */
export function pageOf(source) {
  const beside = BESIDE.get(source);
  if (beside) return beside;
  const [, page] = source.match(/^docs\/([^.].*\.md)$/) ?? [];
  return page?.replace(/(^|\/)README\.md$/, "$1index.md") ?? null;
}

/** What the site does not read, of all Markdown below the checkout's root. */
export const NO_PAGES = [
  "README.md",
  "apps/**",
  "packages/**",
  "scripts/**",
  "e2e/**",
  "tools/**",
  "patches/**",
  "test-results/**",
];
