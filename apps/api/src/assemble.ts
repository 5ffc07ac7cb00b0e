import { loadAppSecret } from "@stowage/auth/app-secret";
import { createKeyFormat } from "@stowage/auth/key-format";
import { KEY_CHANNEL } from "@stowage/auth/key-store";
import { createKeyVerifier } from "@stowage/auth/key-verifier";
import { derivePepper } from "@stowage/auth/pepper";
import { createRecoveryCodes } from "@stowage/auth/recovery-codes";
import { createSealer } from "@stowage/auth/sealing";
import { createSessions } from "@stowage/auth/sessions";
import {
  EVENT_STREAMS_PER_CALLER_MAX,
  EVENT_STREAMS_PER_ORGANIZATION_MAX,
  EVENT_STREAMS_PER_SERVER_MAX,
} from "@stowage/contract/limits";
import { JOB_CHANNEL, openJobs } from "@stowage/db/jobs";
import { createListener } from "@stowage/db/listen";
import { migrate } from "@stowage/db/migrate";
import type { Database } from "@stowage/db/open-database";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { Config } from "./config.ts";
import type { Deps } from "./deps.ts";
import { AttemptThrottle, FAILURES_MAX } from "./gate/attempt-throttle.ts";
import { FAILED_KEYS, HAND_OVERS_BEGUN, LEAK_REPORTS, NetworkThrottle } from "./gate/network-throttle.ts";
import { RateLimits } from "./gate/rate-limits.ts";
import { SharedCounts } from "./gate/shared-counts.ts";
import { SignInThrottle } from "./gate/sign-in-throttle.ts";
import { gentlyClosing } from "./gently-closing.ts";
import { followKeyChanges } from "./key-channel.ts";
import { KnownRevisions } from "./lists/known-revisions.ts";
import { RevisionWatch } from "./lists/revision-watch.ts";
import { MAIL_CHANNEL } from "./mail/enqueue-mail.ts";
import { createServer } from "./server.ts";
import { OpenStreams } from "./streams/open-streams.ts";
import { Slots } from "./transfers/slots.ts";
import { procedureList } from "./trpc/procedure-list.ts";
import { appRouter } from "./trpc/router.ts";
import { systemLookup } from "./webhooks/destination.ts";
import { NameLookups } from "./webhooks/name-lookups.ts";
import { Background } from "./workers/background.ts";
import { createKeyAlerts } from "./workers/key-alerts.ts";
import { startWorkers } from "./workers/start-workers.ts";
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
  const jobs = await openJobs(database, log);
  const secret = loadAppSecret({ fromEnvironment: config.app_secret, dataDir: config.data_dir, log });
  const previous = config.app_secret_previous;
  const peppers = { current: derivePepper(secret), previous: previous ? derivePepper(previous) : null };
  const keyFormat = createKeyFormat(config.key_brand);
  const keys = createKeyVerifier({ database, peppers, format: keyFormat, now, log });
  const background = new Background(log);
  const sessions = createSessions({ database, now });
  let listeningUrl = `http://${config.host}:${config.port}`;
  const publicUrl = () => config.public_url ?? listeningUrl;
  const sealer = createSealer({ secret, previous });
  const alerts = createKeyAlerts({ config, database, sealer, jobs, now, publicUrl }, background);
  const meter = new UsageMeter(database, background, alerts);
  const sharedCounts = config.valkey_url ? new SharedCounts(config.valkey_url, log) : null;
  await sharedCounts?.opened();
  const names = new NameLookups({ ask: systemLookup, now, threads: config.uv_threadpool_size });
  const deps: Deps = {
    config,
    database,
    keyFormat,
    peppers,
    keys,
    sealer,
    recoveryCodes: createRecoveryCodes({ secret, previous }),
    sessions,
    rateLimits: new RateLimits(sharedCounts),
    signInThrottle: new SignInThrottle(),
    keysInRotation: new Set(),
    failedKeys: new NetworkThrottle({ now, ...FAILED_KEYS }),
    leakReports: new NetworkThrottle({ now, ...LEAK_REPORTS }),
    handOversBegun: new NetworkThrottle({ now, ...HAND_OVERS_BEGUN }),
    revisionWatch: new RevisionWatch(database.db),
    revisions: new KnownRevisions(now),
    eventStreams: new OpenStreams({
      perCaller: EVENT_STREAMS_PER_CALLER_MAX,
      perOrganization: EVENT_STREAMS_PER_ORGANIZATION_MAX,
      inAll: EVENT_STREAMS_PER_SERVER_MAX,
    }),
    exportSlots: new Slots("exports", { max: 2, retrySeconds: 10 }),
    importSlots: new Slots("imports", { max: 2, retrySeconds: 30 }),
    webhookLookup: (hostname, signal) => names.find(hostname, signal),
    jobs,
    background,
    codeThrottle: new AttemptThrottle({ now, failuresMax: FAILURES_MAX.second_factor }),
    invitationThrottle: new AttemptThrottle({ now, failuresMax: FAILURES_MAX.invitation }),
    handOverThrottle: new AttemptThrottle({ now, failuresMax: FAILURES_MAX.hand_over }),
    meter,
    log,
    now,
    publicUrl,
    procedures: procedureList(appRouter),
  };
  const workers = startWorkers(deps);
  const follow = followKeyChanges(keys, log);
  const listener = createListener(database, {
    ...follow,
    channels: [KEY_CHANNEL, MAIL_CHANNEL, JOB_CHANNEL],
    log,
    onNotify(channel, payload) {
      if (channel === MAIL_CHANNEL) workers.mailAnnounced();
      else if (channel === JOB_CHANNEL) workers.jobsAnnounced();
      else follow.onNotify(channel, payload);
    },
    onUp() {
      follow.onUp();
      workers.mailAnnounced(); // what was announced before was not heard
      workers.jobsAnnounced();
    },
  });
  const app = await createServer(deps);
  const closeGently = gentlyClosing(app);
  return {
    app,
    deps,
    publicUrl,
    async listen() {
      await app.listen({ host: config.host, port: config.port });
      const address = app.server.address();
      if (address !== null && typeof address === "object")
        listeningUrl = `http://${hostInUrl(config.host)}:${address.port}`;
      workers.begin();
    },
    async close() {
      deps.revisionWatch.close(); // who waits is answered what there is
      deps.eventStreams.close();
      await closeGently();
      await background.settled("import");
      await meter.close();
      await workers.close();
      await jobs.close();
      await listener.close();
      sharedCounts?.close();
    },
  };
}

/** What a person on this machine types: any address of it, and IPv6 in brackets. */
function hostInUrl(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}
