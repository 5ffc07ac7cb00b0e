import { WORKS } from "../contend/works.mjs";
import { inRounds } from "./rounds.mjs";
import { startSize } from "./sizes.mjs";

const SIZES = [10, 1_000, 100_000];

/** @type {import("../contend/works.mjs").Work} */
const KEY_PAGE = {
  title: "page of 20 keys",
  status: 200,
  by: "good",
  requests: () => [{ method: "GET", path: "/api/v1/api-keys?limit=20" }],
};

/**
 * One organization with more and more keys; those that ask are the same few at each size.
 * @param {import("./rounds.mjs").Plan} plan
 */
export async function measureKeys(plan) {
  const sizes = [];
  for (const size of SIZES)
    sizes.push(
      await startSize(plan, {
        label: `${size} keys`,
        name: `growth_keys_${size}`,
        fill: (sql) => addKeys(sql, size),
      }),
    );
  const { get, list, create, bad_key } = WORKS;
  await inRounds(plan, sizes, [get, list, create, bad_key, KEY_PAGE]);
  for (const { end } of sizes) await end();
}

/** Keys as the first one is, but with the inventory's rights and `api-keys:manage`, and secrets that nobody has. */
async function addKeys(sql, count) {
  await sql`update api_keys set scopes = scopes || array['api-keys:manage']`;
  const tid = (prefix) => sql`${prefix}::text || '_00000' || lpad(to_hex(i), 21, '0')`;
  await sql`insert into api_keys (id, created_at, updated_at, organization_id, workspace_id, environment, name, prefix,
      scopes, created_by, acts_as)
    select ${tid("key")}, k.created_at - i * interval '1 second', k.updated_at, k.organization_id, k.workspace_id,
      k.environment, 'Other ' || i, k.prefix, k.scopes, k.created_by, k.acts_as
    from generate_series(1, ${count}::int) i, (select * from api_keys order by id limit 1) k`;
  await sql`insert into api_key_secrets (id, api_key_id, mac, phc, created_at, activated_at)
    select ${tid("ksec")}, ${tid("key")}, ${MAC(sql)}, s.phc, s.created_at, s.activated_at
    from generate_series(1, ${count}::int) i, (select * from api_key_secrets order by id limit 1) s`;
}

/** As a MAC looks, and so all over the index; of nothing. */
export const MAC = (sql) => sql`left(translate(encode(sha256(i::text::bytea), 'base64'), '+/', '-_'), 43)`;
