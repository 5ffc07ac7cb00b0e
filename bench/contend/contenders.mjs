import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../scripts/bootstrap/bench.mjs";
import { environment, startProcess, stopProcess, told } from "./processes.mjs";

/** @typedef {{ name: string, value: string }} Credential  As a header. */

/**
 * @typedef {object} Started
 * @property {import("node:child_process").ChildProcess} child
 * @property {number} port
 * @property {number} start_ms  From the start of the process until the first good answer.
 * @property {Credential[]} credentials
 */

const READY_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 5;

/** @param {string} token @returns {Credential} */
const bearer = (token) => ({ name: "authorization", value: `Bearer ${token}` });
/** @param {string} token @returns {Credential} */
const ownHeader = (token) => ({ name: "x-api-key", value: token });

/**
 * Stowage as `npm start` runs it, on the bench's database.
 * @param {{ folder: string, database_url: string, app_secret: string, keys?: string[], nodeArgs?: string[] }} on
 * @returns {Promise<Started>}
 */
export async function startStowage({ folder, database_url, app_secret, keys = [], nodeArgs = [] }) {
  const port = await freePort();
  const startedAt = performance.now();
  const child = startProcess({
    file: "apps/api/dist/server/main.js",
    nodeArgs: ["--enable-source-maps", ...nodeArgs],
    env: {
      NODE_ENV: "production",
      UV_THREADPOOL_SIZE: environment.UV_THREADPOOL_SIZE || "16",
      PORT: String(port),
      DATABASE_URL: database_url,
      DATA_DIR: join(folder, "server"),
      APP_SECRET: app_secret,
      REGISTRATION: "first",
      TRUST_PROXY: "true", // refused requests name a network each: of many from one, the rest is refused unread (K53)
      WEBHOOK_ALLOW_LOOPBACK: "true",
    },
    on: "server",
  });
  await firstAnswer(child, `http://127.0.0.1:${port}/readyz`, null);
  return { child, port, start_ms: performance.now() - startedAt, credentials: keys.map(bearer) };
}

/** @returns {Promise<Started>} */
async function startContender(file, stage, { credential = bearer, env = {} } = {}) {
  const startedAt = performance.now();
  const child = startProcess({
    file: `bench/contenders/${file}`,
    nodeArgs: stage.nodeArgs,
    env: { NODE_ENV: "production", BENCH_STAGE: stage.file, ...env },
    on: "server",
  });
  const { port, tokens } = await told(child, "ready");
  const credentials = tokens.map(credential);
  await firstAnswer(child, `http://127.0.0.1:${port}/api/v1/bins?limit=20`, credentials[0] ?? null);
  return { child, port, start_ms: performance.now() - startedAt, credentials };
}

const startBetterAuth = (stage, env) =>
  startContender("better-auth.mjs", stage, { credential: ownHeader, env });

/** Asks until a server gives its first good answer. */
async function firstAnswer(child, url, credential) {
  const headers = credential ? { [credential.name]: credential.value } : {};
  for (const until = performance.now() + READY_WITHIN_MS; performance.now() < until; ) {
    const answer = await fetch(url, { headers }).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    if (child.exitCode !== null || child.signalCode !== null) break;
    await sleep(LOOK_EVERY_MS);
  }
  await stopProcess(child);
  throw new Error(`${child.spawnargs.at(-1)} did not start: no good answer at ${url}`);
}

const SAME = ["list", "get", "create", "adjust"];

/**
 * How each is started, and what it can be asked.
 * @type {Record<string, { title: string, works: string[], start: (stage: any) => Promise<Started> }>}
 */
export const CONTENDERS = {
  stowage: {
    title: "Stowage",
    works: [...SAME, "poll", "bad_key", "malformed_key", "batch", "search"],
    start: startStowage,
  },
  ceiling: {
    title: "ceiling",
    works: [...SAME, "poll", "bad_key"],
    start: (stage) => startContender("ceiling.mjs", stage),
  },
  floor: { title: "floor", works: ["list", "get"], start: (stage) => startContender("floor.mjs", stage) },
  typical_trpc: {
    title: "typical tRPC",
    works: [...SAME, "bad_key", "batch"],
    start: (stage) => startContender("typical-trpc.mjs", stage),
  },
  better_auth: {
    title: "better-auth",
    works: [...SAME, "bad_key"],
    start: async (stage) =>
      startBetterAuth(stage, { BENCH_STORAGE: "redis", BENCH_REDIS_PORT: String(await stage.store()) }),
  },
  better_auth_memory: {
    title: "better-auth, memory",
    works: [...SAME, "bad_key"],
    start: (stage) => startBetterAuth(stage, { BENCH_STORAGE: "memory" }),
  },
  better_auth_database: {
    title: "better-auth, database",
    works: [...SAME, "bad_key"],
    start: (stage) => startBetterAuth(stage, { BENCH_STORAGE: "database" }),
  },
  orpc: {
    title: "oRPC",
    works: [...SAME, "bad_key"],
    start: (stage) => startContender("orpc.mjs", stage),
  },
};

/** The process that puts load on the others. @returns {Promise<(task: import("../load/load.mjs").Task) => Promise<import("../load/load.mjs").Loaded>>} */
export async function startLoad() {
  const child = startProcess({ file: "bench/load/load.mjs", on: "rest" });
  await told(child, "ready");
  return (task) => {
    const result = told(child, "result");
    child.send(task);
    return result;
  };
}
