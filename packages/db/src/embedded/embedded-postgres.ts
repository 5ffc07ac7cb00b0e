import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseState } from "../database-state.ts";
import type { Log } from "../log.ts";
import { ensureAppDatabase } from "./app-database.ts";
import { acquireAppLock } from "./app-lock.ts";
import { inspectBinaries, installBinaries } from "./binaries.ts";
import { ensureCluster } from "./cluster.ts";
import { dataLayout } from "./data-layout.ts";
import { DatabaseLockedError, EmbeddedPostgresError } from "./errors.ts";
import { clearLeftOvers } from "./left-overs.ts";
import {
  type LaunchOptions,
  launchPostmaster,
  PostgresLockBusyError,
  type Postmaster,
} from "./postmaster.ts";
import { makeLockFile, makePrivateFolder, prepareDataFolder } from "./private-user.ts";
import { supervise } from "./supervise.ts";

/** A private PostgreSQL, reachable over its unix socket by this user alone. */
export interface EmbeddedPostgres {
  readonly socketDir: string;
  state(): DatabaseState;
  /** The running postmaster's process id; nothing while it restarts. */
  pid(): number | undefined;
  /** Ends PostgreSQL cleanly (milliseconds when idle) and lets go of the data folder. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Made if missing. It must be on a local disk: the lock does not hold across NFS. */
  readonly dataDir: string;
  /** Programs of an installed PostgreSQL, 17 or newer, instead of the packaged ones. */
  readonly binDir?: string;
  readonly log: Log;
  readonly onStateChange?: (state: DatabaseState) => void;
  /** More PostgreSQL settings. Leave `fsync` and its like alone, but for throw-away clusters. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Default `true`. `false` skips flushing the new cluster to disk: for throw-away clusters. */
  readonly sync?: boolean;
}

/** Backends that outlived their postmaster end when their statement does; longer than this is worth an operator. */
const LOCK_PATIENCE_MS = 30_000;
const LOCK_RETRY_MS = 100;

/**
 * Starts the private PostgreSQL of a data folder, making the cluster, the app's role and its database on first use, and
 * keeps it running. It ends with this process, also when that is killed. Linux only (x64 and arm64 have packages).
 * @throws DatabaseLockedError    another server works in the folder
 * @throws EmbeddedPostgresError  it cannot run here; the message says what to do
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  if (process.platform !== "linux") {
    throw new EmbeddedPostgresError("The embedded PostgreSQL is Linux only for now; set DATABASE_URL.");
  }
  const { log, settings = {}, sync = true, onStateChange = () => {} } = options;
  const layout = dataLayout(options.dataDir);
  const runAs = prepareDataFolder(layout);
  const lock = await acquireAppLock(layout, runAs);
  try {
    const binaries = await inspectBinaries(options.binDir ?? installBinaries(layout.root), runAs);
    await ensureCluster({ layout, binaries, runAs, sync });
    makePrivateFolder(layout.socketDir, runAs);
    makeLockFile(layout.pgLock, runAs);
    const launch = () => launchClean({ layout, binaries, runAs, settings, log });
    const supervisor = await supervise({ launch, onStateChange, log });
    const stop = once(async () => {
      await supervisor.stop();
      await lock.release();
    });
    await ensureAppDatabase(layout.socketDir).catch((error) => failAfter(stop, error));
    return { socketDir: layout.socketDir, state: supervisor.state, pid: supervisor.pid, stop };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function launchClean(options: LaunchOptions): Promise<Postmaster> {
  for (let waitedMs = 0; ; waitedMs += LOCK_RETRY_MS) {
    await clearLeftOvers(options.layout, options.log);
    try {
      return await launchPostmaster(options);
    } catch (error) {
      if (!(error instanceof PostgresLockBusyError)) throw error;
      if (waitedMs >= LOCK_PATIENCE_MS) {
        throw new DatabaseLockedError(
          `PostgreSQL processes that cannot be seen from here, perhaps in another container, still use ${options.layout.pgdata}. Stop them first.`,
        );
      }
    }
    await sleep(LOCK_RETRY_MS);
  }
}

async function failAfter(cleanUp: () => Promise<void>, error: unknown): Promise<never> {
  await cleanUp();
  throw error;
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run();
    return running;
  };
}
