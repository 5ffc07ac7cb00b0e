/** What a page answered, as far as the next one depends on it. */
interface PageEnd {
  readonly next_cursor: string | null;
  readonly data: readonly unknown[];
}

/** A page of a list: where it begins, and how many rows it brought; null before it came. */
interface ChainedPage {
  readonly cursor: string | undefined;
  readonly size: number | null;
}

/** The pages of a list that can be asked for, in order. Each but the last brought is full. */
export type PageChain = readonly ChainedPage[];

export const FIRST_PAGE: PageChain = [{ cursor: undefined, size: null }];

/**
 * The chain after a page has come: the page after it begins where this one ended, and what followed the last one is
 * forgotten. The same chain when nothing changed.
 */
export function withPage(chain: PageChain, index: number, page: PageEnd): PageChain {
  const known = chain[index];
  if (!known) return chain;
  const after = chain[index + 1];
  const isSame =
    known.size === page.data.length &&
    (page.next_cursor === null ? after === undefined : after?.cursor === page.next_cursor);
  if (isSame) return chain;
  const before = [...chain.slice(0, index), { ...known, size: page.data.length }];
  if (page.next_cursor === null) return before;
  const next = { cursor: page.next_cursor, size: after?.size ?? null };
  return [...before, next, ...chain.slice(index + 2)];
}

/** How many rows the chain stands for; of a page that has not come, as many as can be expected. */
export function chainCount(chain: PageChain, pageRows: number, total: number | undefined): number {
  const full = (chain.length - 1) * pageRows;
  const last = chain.at(-1)?.size;
  if (last !== null && last !== undefined) return full + last;
  return total === undefined ? full + pageRows : Math.max(full, Math.min(full + pageRows, total));
}
