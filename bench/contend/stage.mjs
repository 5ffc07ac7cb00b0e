import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { freePort } from "../../scripts/bootstrap/bench.mjs";
import { ensureValkey } from "../../scripts/bootstrap/valkey.mjs";
import { callApi } from "../../scripts/seed/api.mjs";
import { seedStock } from "../../scripts/seed/seed-stock.mjs";
import { startStowage } from "./contenders.mjs";
import { environment, startProcess, stopProcess, told } from "./processes.mjs";
import { WORKS } from "./works.mjs";

const REQUESTS_MAX = 1_000_000;
const KEYS = 16;
const TYPESCRIPT = ["--import", import.meta.resolve("tsx")];
const SCOPES = [
  "locations:read",
  "locations:write",
  "bins:read",
  "bins:write",
  "items:read",
  "items:write",
  "items:delete",
];

/** Keys that nobody has, so that each contender's memory of what it refused is of some use. */
const UNKNOWN_KEYS = 64;

/** @typedef {Awaited<ReturnType<typeof setStage>>} Stage */

/**
 * Starts PostgreSQL, and has Stowage itself make an account, keys and an inventory in it.
 * @param {{ folder: string, items: number, database: string, output: NodeJS.WritableStream }} task
 *   `database` is an empty one to use instead.
 */
export async function setStage({ folder, items, database, output }) {
  const database_url = database || (await startDatabase(folder));
  const app_secret = randomBytes(32).toString("base64url");
  const on = { folder, database_url, app_secret, nodeArgs: [] };
  const maker = await startStowage(on);
  const url = `http://127.0.0.1:${maker.port}`;
  const cookie = await signUp(url);
  const made = await Promise.all(
    Array.from({ length: KEYS }, (_, n) =>
      callAs(cookie, url, "POST", "/api-keys", { name: `Bench ${n}`, scopes: SCOPES }),
    ),
  );
  const keys = made.map(({ key }) => key);
  const api = { url, headers: { authorization: `Bearer ${keys[0]}` } };
  await seedStock({ url, key: keys[0], output, items, today: Date.now() });
  const { answer: bins } = await callApi(api, "GET", "/bins?limit=100");
  const { answer: stock } = await callApi(api, "GET", "/items?limit=100");
  await stopProcess(maker.child);
  const sql = postgres(database_url, { max: 1, onnotice: () => {} });
  const [row] =
    await sql`select k.workspace_id, w.organization_id, u.id as user_id, u.name as user_name, k.id as api_key_id
    from api_keys k join workspaces w on w.id = k.workspace_id, users u limit 1`;
  const [{ tables }] =
    await sql`select string_agg(format('%I', tablename), ', ') as tables from pg_tables where schemaname = 'public'`;
  await sql.unsafe(`vacuum analyze ${tables}`);
  const file = join(folder, "stage.json");
  /** @type {Promise<number> | null} */
  let store = null;
  writeFileSync(file, JSON.stringify({ ...row, database_url }));
  return {
    ...on,
    file,
    sql,
    keys,
    cookie,
    cold_start_ms: maker.start_ms,
    unknown_keys: await withKeys(on, (ask) => ask({ mint: UNKNOWN_KEYS })),
    subject: {
      bin_ids: bins.data.map(({ id }) => id),
      // Adjusting one that runs low would tell of that too, which nobody else does.
      item_ids: stock.data.filter(({ is_low }) => !is_low).map(({ id }) => id),
      etag: "",
    },
    /** @param {number} count @returns {Promise<string[]>} so many more keys, which no server has seen. */
    moreKeys: (count) => withKeys(on, (ask) => ask({ copy: { id: row?.api_key_id, count } })),
    /** The port of the Redis that a peer keeps its keys in, which is started when it is first asked for. */
    store() {
      store ??= startStore(folder);
      return store;
    },
    /** Undoes what measuring a write has added, so that the next contender finds the same rows. */
    async clear(/** @type {string} */ work) {
      if (!WORKS[work].writes) return;
      await sql`delete from codes where target_id in (select id from bins where name like 'Bench %')`;
      const gone = await sql`delete from bins where name like 'Bench %'`;
      await sql`update workspaces set bin_count = bin_count - ${gone.count} where id = ${row?.workspace_id}`;
      // An index keeps the pages of what is gone, and the planner reckons with them: small tables would be sorted instead.
      await sql`reindex table bins`;
      await sql`vacuum analyze bins`;
      await sql`vacuum analyze items`;
      await sql`vacuum workspaces`;
    },
  };
}

async function startDatabase(folder) {
  const server = startProcess({
    file: "bench/stage/database.mjs",
    args: [join(folder, "data")],
    nodeArgs: TYPESCRIPT,
    on: "rest",
  });
  const socketDir = await told(server, "socket_dir");
  // The driver takes the socket's folder from the environment alone; so do the peers' drivers.
  for (const own of [process.env, environment]) Object.assign(own, { PGHOST: socketDir, PGUSER: "stowage" });
  return "postgres:///stowage";
}

/** @returns {Promise<number>} its port, at this machine */
async function startStore(folder) {
  const program = await ensureValkey();
  if (!program) throw new Error("there is no Valkey or Redis to keep keys in");
  const port = await freePort();
  const args = [program, String(port), folder];
  await told(startProcess({ file: "bench/stage/valkey.mjs", args, on: "rest" }), "listening");
  return port;
}

/** Has a process of its own make keys, with all cores for their Argon2id hashes. */
async function withKeys({ database_url, app_secret }, ask) {
  const maker = startProcess({
    file: "bench/stage/keys.mjs",
    nodeArgs: TYPESCRIPT,
    env: { DATABASE_URL: database_url, APP_SECRET: app_secret },
    on: "any",
  });
  await told(maker, "ready");
  const keys = await ask((message) => {
    const answer = told(maker, "keys");
    maker.send(message);
    return answer;
  });
  await stopProcess(maker);
  return keys;
}

/** Calls the API as the account's owner, from the server's own origin. */
export async function callAs(cookie, url, method, path, body) {
  return (await callApi({ url, headers: { cookie, origin: url } }, method, path, body)).answer;
}

/** Makes the account, on a plan of its own that lets keys do as much as they can. @returns {Promise<string>} its cookies */
async function signUp(url) {
  const { answer, response } = await callApi({ url, headers: {} }, "POST", "/auth/sign-up", {
    email: "bench@example.org",
    password: randomBytes(16).toString("hex"),
    name: "Bench",
  });
  const cookies = response.headers.getSetCookie().map((text) => text.split(";", 1)[0]);
  const cookie = cookies.join("; ");
  await callAs(cookie, url, "PATCH", `/organizations/${answer.organization.id}`, {
    plan: "enterprise",
    rate_limit: { per_minute: REQUESTS_MAX, per_hour: REQUESTS_MAX },
  });
  return cookie;
}
