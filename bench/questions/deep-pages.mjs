import { ask } from "./ask.mjs";

const PAGE_ROWS = 200;
/** A walk so far shows whether a page costs the same wherever it lies. */
const PAGES_MAX = 50;

/**
 * Walks down a list by each sort, and remembers where it came to. No row may be met twice.
 * @param {{ url: string, key: string }} caller
 * @param {string} path With a question mark in it.
 * @param {string[]} sorts
 */
export async function deepPages({ url, key }, path, sorts) {
  const pages = [];
  for (const sort of sorts) {
    const seen = new Set();
    let cursor = "";
    for (let page = 0; page < PAGES_MAX; page++) {
      const after = cursor && `&cursor=${cursor}`;
      const { status, text } = await ask(url, {
        path: `/api/v1${path}&sort=${sort}&limit=${PAGE_ROWS}${after}`,
        key,
      });
      if (status !== 200) throw new Error(`${path} by ${sort}: ${text.slice(0, 300)}`);
      const { data, next_cursor } = JSON.parse(text);
      if (next_cursor === null) break;
      for (const { id } of data) seen.add(id);
      if (seen.size !== (page + 1) * PAGE_ROWS) throw new Error(`${path} by ${sort} shows a row twice.`);
      cursor = next_cursor;
    }
    if (cursor) pages.push({ sort, cursor, depth: seen.size });
  }
  return pages;
}
