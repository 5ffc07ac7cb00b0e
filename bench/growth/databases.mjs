import postgres from "postgres";

const silent = () => {};

/**
 * Another database in the same PostgreSQL, with all that one has and then what `fill` adds. Whatever keys and ids work on
 * the one work on the other, so that two differ in nothing but their rows.
 * @param {{ from?: string, name: string, fill: (sql: import("postgres").Sql) => Promise<unknown> }} copy
 */
export async function copyDatabase({ from = "stowage", name, fill }) {
  const admin = postgres("postgres:///postgres", { user: "postgres", max: 1, onnotice: silent });
  await admin`create database ${admin(name)} template ${admin(from)} owner stowage`;
  await admin.end();
  const database_url = `postgres:///${name}`;
  const sql = postgres(database_url, { max: 1, onnotice: silent });
  await fill(sql);
  const [{ tables }] =
    await sql`select string_agg(format('%I', tablename), ', ') as tables from pg_tables where schemaname = 'public'`;
  await sql.unsafe(`vacuum analyze ${tables}`);
  return { database_url, sql };
}

/** @param {string} name */
export async function dropDatabase(name) {
  const admin = postgres("postgres:///postgres", { user: "postgres", max: 1, onnotice: silent });
  await admin`drop database ${admin(name)} with (force)`;
  await admin.end();
}

/** Takes away what creating bins has added, so that each round finds as many rows as the one before. */
export async function clearBins(sql) {
  await sql`delete from codes where target_id in (select id from bins where name like 'Bench %')`;
  await sql`with gone as (delete from bins where name like 'Bench %' returning workspace_id),
      counts as (select workspace_id, count(*)::int as gone from gone group by workspace_id)
    update workspaces set bin_count = bin_count - counts.gone from counts where id = counts.workspace_id`;
  await sql`reindex table bins`; // which else keeps the pages of what is gone, and is planned for as if it needed them
  await sql`vacuum analyze bins`;
  await sql`vacuum workspaces`;
}
