// better-auth's API-key plugin in front of the ceiling's own routes and statements: what differs is how a key is verified.
// The plugin has the storage that its documentation gives for high performance, secondary storage alone, in the Redis that it
// names, by the package that it names; deferring its updates gains nothing there. BENCH_STORAGE takes others: `memory`, a map,
// which no network is faster than and whose keys are gone with the process, and `database`, which it takes unless told
// otherwise. Hashing and the counting of each key's requests stay on, as it ships; BENCH_RATE_LIMIT=off leaves the counting out.
import { apiKey } from "@better-auth/api-key";
import { redisStorage } from "@better-auth/redis-storage";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { Redis } from "ioredis";
import pg from "pg";
import { REFUSAL, startHandWritten } from "./hand-written.mjs";
import { isReady, portOf, stage } from "./serve.mjs";

const KEYS = 16;
const SCHEMA = "bench_better_auth";
const DAY_MS = 24 * 60 * 60 * 1_000;
const REQUESTS_MAX = 1_000_000_000; // counted, and never refused

const pool = new pg.Pool({
  connectionString: stage.database_url,
  options: `-c search_path=${SCHEMA} -c client_min_messages=warning`,
});
await pool.query(`drop schema if exists ${SCHEMA} cascade`);
await pool.query(`create schema ${SCHEMA}`);

const SECONDARY = /** @type {const} */ ("secondary-storage");

function inMemory() {
  /** @type {Map<string, string>} */
  const stored = new Map();
  return {
    get: (key) => stored.get(key) ?? null,
    set: (key, value) => void stored.set(key, value),
    delete: (key) => void stored.delete(key),
    getAndDelete(key) {
      const value = stored.get(key) ?? null;
      stored.delete(key);
      return value;
    },
    increment(key) {
      const value = Number(stored.get(key) ?? 0) + 1;
      stored.set(key, String(value));
      return value;
    },
  };
}

const inRedis = () =>
  redisStorage({ client: new Redis({ host: "127.0.0.1", port: Number(process.env.BENCH_REDIS_PORT) }) });

/** @type {Record<string, () => { storage?: typeof SECONDARY, customStorage?: ReturnType<typeof inMemory> | ReturnType<typeof redisStorage> }>} */
const STORAGES = {
  redis: () => ({ storage: SECONDARY, customStorage: inRedis() }),
  memory: () => ({ storage: SECONDARY, customStorage: inMemory() }),
  database: () => ({}),
};

const options = /** @satisfies {import("better-auth").BetterAuthOptions} */ ({
  database: pool,
  baseURL: "http://127.0.0.1",
  secret: crypto.randomUUID(),
  emailAndPassword: { enabled: true },
  logger: { disabled: true }, // else each unknown key is written to the log, which the others do not do
  telemetry: { enabled: false },
  plugins: [
    apiKey({
      ...STORAGES[process.env.BENCH_STORAGE ?? "memory"]?.(),
      rateLimit: {
        enabled: process.env.BENCH_RATE_LIMIT !== "off",
        timeWindow: DAY_MS,
        maxRequests: REQUESTS_MAX,
      },
    }),
  ],
});
const auth = betterAuth(options);
const { runMigrations } = await getMigrations(options);
await runMigrations();

const { user } = await auth.api.signUpEmail({
  body: { email: "bench@example.org", password: crypto.randomUUID(), name: stage.user_name },
});
const tokens = [];
for (let n = 0; n < KEYS; n++) {
  const { key } = await auth.api.createApiKey({ body: { name: `Bench ${n}`, userId: user.id } });
  tokens.push(key);
}

const server = await startHandWritten((app) => {
  app.addHook("onRequest", async (request, reply) => {
    const key = request.headers["x-api-key"];
    const verified = typeof key === "string" && (await auth.api.verifyApiKey({ body: { key } })).valid;
    if (!verified) return reply.code(401).type("application/problem+json").send(REFUSAL);
  });
});
isReady({ port: portOf(server), tokens });
