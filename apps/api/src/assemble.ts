import { loadAppSecret } from "@stowage/auth/app-secret";
import { createKeyFormat } from "@stowage/auth/key-format";
import { KEY_CHANNEL } from "@stowage/auth/key-store";
import { createKeyVerifier } from "@stowage/auth/key-verifier";
import { derivePepper } from "@stowage/auth/pepper";
import { createSessions } from "@stowage/auth/sessions";
import { createListener } from "@stowage/db/listen";
import { migrate } from "@stowage/db/migrate";
import type { Database } from "@stowage/db/open-database";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { Config } from "./config.ts";
import type { Deps } from "./deps.ts";
import { RateLimits } from "./gate/rate-limits.ts";
import { SignInThrottle } from "./gate/sign-in-throttle.ts";
import { followKeyChanges } from "./key-channel.ts";
import { createServer } from "./server.ts";
import { Background } from "./workers/background.ts";
import { startSweep } from "./workers/sweep.ts";
import { UsageMeter } from "./workers/usage-meter.ts";

export interface Assembly {
  app: FastifyInstance;
  deps: Deps;
  publicUrl(): string;
  listen(): Promise<void>;
  /** Finishes what is under way, writes what is pending, and lets go of everything but the database. */
  close(): Promise<void>;
}

/** Puts one server together on an open database: migrate, derive secrets, follow key changes, build the surfaces. */
export async function assemble(args: {
  config: Config;
  database: Database;
  log: FastifyBaseLogger;
  migrationsFolder: string;
  now?: () => number;
}): Promise<Assembly> {
  const { config, database, log, migrationsFolder, now = Date.now } = args;
  await migrate(database, migrationsFolder, log);
  const secret = loadAppSecret({ fromEnvironment: config.app_secret, dataDir: config.data_dir, log });
  const previous = config.app_secret_previous;
  const peppers = { current: derivePepper(secret), previous: previous ? derivePepper(previous) : null };
  const keyFormat = createKeyFormat(config.key_brand);
  const keys = createKeyVerifier({ database, peppers, format: keyFormat, now, log });
  const background = new Background(log);
  const meter = new UsageMeter(database, background);
  const sessions = createSessions({ database, now });
  const stopSweep = startSweep(sessions, background);
  let listeningUrl = `http://${config.host}:${config.port}`;
  const publicUrl = () => config.public_url ?? listeningUrl;
  const deps: Deps = {
    config,
    database,
    keyFormat,
    peppers,
    keys,
    sessions,
    rateLimits: new RateLimits(),
    signInThrottle: new SignInThrottle(),
    meter,
    log,
    now,
    publicUrl,
  };
  const listener = createListener(database, { channels: [KEY_CHANNEL], log, ...followKeyChanges(keys, log) });
  const app = await createServer(deps);
  return {
    app,
    deps,
    publicUrl,
    async listen() {
      await app.listen({ host: config.host, port: config.port });
      const address = app.server.address();
      if (address !== null && typeof address === "object")
        listeningUrl = `http://${hostInUrl(config.host)}:${address.port}`;
    },
    async close() {
      stopSweep();
      await closeGently(app);
      await meter.close();
      await listener.close();
    },
  };
}

/** What a person on this machine types: any address of it, and IPv6 in brackets. */
function hostInUrl(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

/** Answers what is under way; a kept-alive connection is let go as soon as nothing is under way on it. */
async function closeGently(app: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => app.server.closeIdleConnections(), 50);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
  }
}
