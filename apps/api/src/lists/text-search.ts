import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Filter } from "./paging.ts";

/** More words than this narrow nothing further. */
const WORDS_MAX = 6;

/** Every word must occur somewhere in the (lower-case) search text; served by its trigram index. */
export function textFilter(column: PgColumn | SQL, q: string | undefined): Filter | null {
  if (q === undefined) return null;
  const words = q.toLowerCase().split(" ").filter(Boolean).slice(0, WORDS_MAX);
  const hasWord = (index: number) => sql`${column} like ${sql.placeholder(`word_${index}`)}`;
  return {
    name: `q${words.length}`,
    condition: () =>
      sql.join(
        words.map((_, index) => hasWord(index)),
        sql` and `,
      ),
    values: Object.fromEntries(words.map((word, index) => [`word_${index}`, `%${escapeLike(word)}%`])),
  };
}

function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, "\\$&");
}
