import { WORKS } from "../contend/works.mjs";
import { inRounds } from "./rounds.mjs";
import { startSize } from "./sizes.mjs";

const SIZES = [100, 10_000, 100_000];
const ASKED = 50;

const get = (path) => ({ method: "GET", path });

/** @type {import("../contend/works.mjs").Work[]} */
const READS = [
  {
    title: "get",
    status: 200,
    by: "good",
    requests: ({ item_ids }) => item_ids.map((id) => get(`/api/v1/items/${id}`)),
  },
  { title: "list", status: 200, by: "good", requests: () => [get("/api/v1/items?limit=20")] },
  {
    title: "list by name",
    status: 200,
    by: "good",
    requests: () => [get("/api/v1/items?limit=20&sort=name")],
  },
];

/** @type {import("../contend/works.mjs").Work[]} */
const SEARCHES = [
  // Their names hold the number, so that as much is found at each size.
  {
    title: "search for one thing",
    status: 200,
    by: "good",
    requests: ({ item_ids }) => item_ids.slice(0, 8).map((_, n) => get(`/api/v1/search?q=nr${n + 1}x`)),
  },
  {
    title: "search for a word of many",
    status: 200,
    by: "good",
    requests: () => ["screw", "brass", "hinge"].map((word) => get(`/api/v1/search?q=${word}`)),
  },
];

/**
 * One workspace with more and more items.
 * @param {import("./rounds.mjs").Plan} plan
 */
export async function measureItems(plan) {
  const sizes = [];
  for (const size of SIZES) {
    const item_ids = Array.from({ length: ASKED }, (_, n) => idOf(1 + Math.floor((n * size) / ASKED)));
    sizes.push(
      await startSize(plan, {
        label: `${size} items`,
        name: `growth_items_${size}`,
        fill: (sql) => fillItems(sql, size),
        subject: { item_ids },
      }),
    );
  }
  await inRounds(plan, sizes, [...READS, WORKS.adjust, ...SEARCHES]);
  for (const { end } of sizes) await end();
}

const idOf = (n) => `item_00000${n.toString(16).padStart(21, "0")}`;

/** So many items and no others in the keys' workspace, spread over its bins. */
async function fillItems(sql, count) {
  const [{ workspace_id }] = await sql`select workspace_id from api_keys limit 1`;
  await sql`delete from items where workspace_id = ${workspace_id}`;
  await sql`with boxes as (select array_agg(id) as ids from bins where workspace_id = ${workspace_id})
    insert into items (id, created_at, updated_at, workspace_id, name, bin_id, quantity, min_quantity, sku, tags)
    select 'item_00000' || lpad(to_hex(i), 21, '0'), at, at, ${workspace_id},
      (array['Wood screw', 'Brass hinge', 'Hex bolt', 'Paint brush', 'Washer', 'Cable tie', 'Sand paper'])[i % 7 + 1]
        || ' nr' || i || 'x',
      ids[i % cardinality(ids) + 1], i % 90 + 1, case when i % 9 = 0 then 10 end, 'SKU-' || i,
      case when i % 10 = 0 then array['common'] else '{}' end
    from boxes, generate_series(1, ${count}::int) i,
      lateral (select '2026-01-01T00:00:00Z'::timestamptz + i * interval '1 minute' as at) times
    order by md5(i::text)`;
  await sql`update workspaces set item_count = ${count}, revision = revision + 1 where id = ${workspace_id}`;
}
