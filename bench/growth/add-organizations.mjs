import { MAC } from "./keys.mjs";

/** As those are that sign up, with keys whose secrets nobody has. */
export async function addOrganizations(sql, { count, bins }) {
  const tid = (prefix, at = sql`i`) => sql`${prefix}::text || '_00000' || lpad(to_hex(${at}), 21, '0')`;
  const series = sql`generate_series(1, ${count}::int) i`;
  await sql`insert into organizations (id, created_at, updated_at, name, slug, plan)
    select ${tid("org")}, now(), now(), 'Other ' || i, 'other-' || i, 'professional' from ${series}`;
  await sql`insert into users (id, created_at, updated_at, email, name, password_hash)
    select ${tid("user")}, now(), now(), 'other' || i || '@example.org', 'Other ' || i, 'none' from ${series}`;
  await sql`insert into memberships (id, created_at, updated_at, organization_id, user_id, role)
    select ${tid("mem")}, now(), now(), ${tid("org")}, ${tid("user")}, 'owner' from ${series}`;
  await sql`insert into workspaces (id, created_at, updated_at, organization_id, environment, bin_count)
    select ${tid("ws", sql`i * 2 + (e = 'test')::int`)}, now(), now(), ${tid("org")}, e, case when e = 'live' then ${bins}::int else 0 end
    from ${series}, unnest(array['live', 'test']) e`;
  await sql`insert into bins (id, created_at, updated_at, workspace_id, code, name)
    select ${tid("bin", sql`i * 100 + b`)}, now(), now(), ${tid("ws", sql`i * 2`)}, lpad(upper(to_hex(i * 100 + b)), 7, '0'), 'Box ' || b
    from ${series}, generate_series(1, ${bins}::int) b`;
  await sql`insert into api_keys (id, created_at, updated_at, organization_id, workspace_id, environment, name, prefix,
      scopes, created_by, acts_as)
    select ${tid("key")}, now(), now(), ${tid("org")}, ${tid("ws", sql`i * 2`)}, 'live', 'Other', k.prefix, k.scopes,
      ${tid("user")}, ${tid("user")}
    from ${series}, (select * from api_keys order by id limit 1) k`;
  await sql`insert into api_key_secrets (id, api_key_id, mac, phc, created_at, activated_at)
    select ${tid("ksec")}, ${tid("key")}, ${MAC(sql)},
      s.phc, now(), now()
    from ${series}, (select * from api_key_secrets order by id limit 1) s`;
}
