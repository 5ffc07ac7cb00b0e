// better-auth's API-key plugin in front of the ceiling's own routes and statements: what differs is how a key is verified.
// The plugin has the storage that its documentation gives for high performance (secondary storage alone), here a map in
// memory, which no network is faster than; deferring its updates gains nothing there. What keys did is gone with the process
// then, so BENCH_STORAGE=database takes what it does unless told otherwise: the database. Hashing and the counting of each
// key's requests stay on, as it ships; BENCH_RATE_LIMIT=off leaves the counting out.
import { apiKey } from "@better-auth/api-key";
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
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

/** @type {Map<string, string>} */
const stored = new Map();
const IN_MEMORY = {
  storage: /** @type {const} */ ("secondary-storage"),
  customStorage: {
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
  },
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
      ...(process.env.BENCH_STORAGE !== "database" && IN_MEMORY),
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
