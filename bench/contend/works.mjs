/**
 * @typedef {object} Subject  What requests are about.
 * @property {string[]} bin_ids
 * @property {string[]} item_ids
 * @property {string} etag  Of the list of bins, as the contender itself gave it.
 */

/** @typedef {{ method: string, path: string, body?: string, headers?: Record<string, string> }} Sketch */

/**
 * @typedef {object} Work
 * @property {string} title
 * @property {number} status  Of a right answer.
 * @property {(subject: Subject) => Sketch[]} requests
 * @property {boolean} [writes]
 * @property {"good" | "unknown" | "malformed"} by  What kind of key it is asked with.
 */

const MANY = 50;
const BATCH = 10;
export const LIST = "/api/v1/bins?limit=20";

const post = (path, body) => ({ method: "POST", path, body: JSON.stringify(body) });
const get = (path, headers = {}) => ({ method: "GET", path, headers });

/** Each from a network of its own, as of many refused from one network the rest is refused unread. */
const fromAnywhere = () => [get(LIST, { "x-forwarded-for": "2001:db8:{{n}}::1" })];

/** @type {Record<string, Work>} */
export const WORKS = {
  list: { title: "list 20 bins", status: 200, by: "good", requests: () => [get(LIST)] },
  get: {
    title: "get one bin",
    status: 200,
    by: "good",
    requests: ({ bin_ids }) => bin_ids.slice(0, MANY).map((id) => get(`/api/v1/bins/${id}`)),
  },
  create: {
    title: "create a bin",
    status: 201,
    by: "good",
    writes: true,
    requests: () => [post("/api/v1/bins", { name: "Bench {{n}}" })],
  },
  adjust: {
    title: "adjust an item",
    status: 200,
    by: "good",
    writes: true,
    requests: ({ item_ids }) =>
      item_ids.slice(0, MANY).map((id) => post(`/api/v1/items/${id}/adjust`, { delta: 1 })),
  },
  poll: {
    title: "304 for a list",
    status: 304,
    by: "good",
    requests: ({ etag }) => [get(LIST, { "if-none-match": etag })],
  },
  bad_key: { title: "401, unknown key", status: 401, by: "unknown", requests: fromAnywhere },
  malformed_key: { title: "401, malformed", status: 401, by: "malformed", requests: fromAnywhere },
  batch: {
    title: `tRPC batch of ${BATCH}`,
    status: 200,
    by: "good",
    requests({ bin_ids }) {
      const ids = bin_ids.slice(0, BATCH);
      const input = Object.fromEntries(ids.map((id, at) => [at, { id }]));
      const names = ids.map(() => "bins.get").join(",");
      return [get(`/trpc/${names}?batch=1&input=${encodeURIComponent(JSON.stringify(input))}`)];
    },
  },
  search: {
    title: "search",
    status: 200,
    by: "good",
    requests: () => ["screw", "brass", "hinge", "m3", "paint"].map((word) => get(`/api/v1/search?q=${word}`)),
  },
};

/** Other figures that can be asked for by name, beside the works. */
export const FIGURES = ["start", "keys", "webhooks"];
