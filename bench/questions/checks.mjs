/** @typedef {(body: any) => string | null} Check What is wrong with an answer. */

/**
 * A question, and what its answer must be like.
 * @param {string} path
 * @param {Check} check
 * @returns {import("./questions.mjs").Asked}
 */
export const asked = (path, check) => [path, check];

/** Rows of a page, if nothing is said. */
const PAGE_ROWS = 50;

/**
 * A page is as long as it must be, says whether there is more, and has only rows that belong there.
 * @param {{ has?: (row: any) => boolean, total?: number, rows?: number, sort?: string }} expected
 *   `total` is how many there are from here on; unknown, there must be one at least.
 */
export const pageIs =
  ({ has = () => true, total, rows = PAGE_ROWS, sort }) =>
  ({ data, next_cursor }) => {
    if (total === undefined ? data.length === 0 : data.length !== Math.min(total, rows))
      return `${data.length} rows where there are ${total ?? "some"}`;
    if (total !== undefined && (next_cursor !== null) !== total > rows)
      return next_cursor === null ? "ends too early" : "does not end";
    const stranger = data.find((row) => !has(row));
    if (stranger) return `does not belong: ${JSON.stringify(stranger).slice(0, 300)}`;
    return sort === undefined || isSorted(data, sort) ? null : `not in the order ${sort}`;
  };

/** Text is ordered as the database's language has it, which is not for us to say. */
function isSorted(data, sort) {
  const field = sort.replace("-", "");
  if (field === "name" || field === "title") return true;
  const value = (row) => row[field] ?? "infinity";
  const [low, high] = sort.startsWith("-") ? [1, 0] : [0, 1];
  return data.every((_, n) => n === 0 || value(data[n - 1 + low]) <= value(data[n - 1 + high]));
}

export const totalIs =
  (expected) =>
  ({ total }) =>
    total === expected ? null : `counted ${total}, not ${expected}`;

/**
 * The members are as expected; numbers may differ by what adding them up in another order makes of them.
 * @param {Record<string, unknown>} expected
 */
export const hasMembers = (expected) => (body) => {
  const isAlike = (a, b) =>
    typeof a === "number" && typeof b === "number" ? Math.abs(a - b) < 0.01 : a === b;
  const wrong = Object.entries(expected).find(([name, value]) => !isAlike(body[name], value));
  return wrong ? `${wrong[0]} is ${JSON.stringify(body[wrong[0]])}, not ${JSON.stringify(wrong[1])}` : null;
};

/** The best hit, at least, is one that must be found. */
export const bestHit =
  (isIt) =>
  ({ data }) =>
    data[0] && isIt(data[0]) ? null : `found ${JSON.stringify(data[0] ?? "nothing").slice(0, 300)}`;

/** Hits of a search, all of which answer, and of which there are some. */
export const hitsAre =
  (has) =>
  ({ data }) => {
    if (data.length === 0) return "found nothing";
    const stranger = data.find((hit) => !has(hit));
    return stranger ? `does not answer: ${JSON.stringify(stranger).slice(0, 300)}` : null;
  };

export const findsNothing = ({ data }) => (data.length === 0 ? null : `found ${data.length}`);
export const anything = () => null;
