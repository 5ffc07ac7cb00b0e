import { execFile, execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  lchownSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import type { Binaries } from "./binaries.ts";
import type { DataLayout } from "./data-layout.ts";
import { EmbeddedPostgresError } from "./errors.ts";
import type { RunAs } from "./private-user.ts";
import { SYSTEM_ENV } from "./system-env.ts";

/** The role that owns the cluster. The server itself works as a lesser one, see `app-database.ts`. */
export const CLUSTER_OWNER = "postgres";

interface EnsureClusterOptions {
  readonly layout: DataLayout;
  readonly binaries: Binaries;
  readonly runAs: RunAs | undefined;
  /** `false` leaves the new files to the kernel's good will: for throw-away clusters. */
  readonly sync: boolean;
}

/**
 * Makes the cluster on first start. It is built aside and renamed, so a half-made one never counts.
 * @throws EmbeddedPostgresError  the existing cluster is of another major version, or initdb failed
 */
export async function ensureCluster(options: EnsureClusterOptions): Promise<void> {
  const { layout, binaries, runAs } = options;
  const versionFile = path.join(layout.pgdata, "PG_VERSION");
  if (existsSync(versionFile)) {
    requireSameMajor(layout, binaries, readFileSync(versionFile, "utf8").trim());
    return;
  }
  rmSync(layout.pgdataInit, { recursive: true, force: true });
  await initdb(options, maker(layout, runAs));
  if (runAs) chownTree(layout.pgdataInit, runAs);
  renameSync(layout.pgdataInit, layout.pgdata);
  // the rename must be on disk before anybody is told that a row is
  if (options.sync) syncFolder(layout.root);
}

/** initdb, unlike postgres, insists on a user with a name: root lends it `nobody`, who passes as one of the group. */
function maker({ root }: DataLayout, runAs: RunAs | undefined): RunAs | undefined {
  if (!runAs || hasName(runAs.uid)) return runAs;
  const nobody = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .find(([name]) => name === "nobody");
  if (!nobody)
    throw new EmbeddedPostgresError(
      "initdb needs the user `nobody`, which /etc/passwd lacks. Set DATABASE_URL.",
    );
  chmodSync(root, statSync(root).mode | 0o010);
  return { uid: Number(nobody[2]), gid: runAs.gid };
}

async function initdb(
  { layout, binaries, sync }: EnsureClusterOptions,
  runAs: RunAs | undefined,
): Promise<void> {
  mkdirSync(layout.pgdataInit, { mode: 0o700 });
  if (runAs) chownSync(layout.pgdataInit, runAs.uid, runAs.gid);
  const args = [
    `--pgdata=${layout.pgdataInit}`,
    `--username=${CLUSTER_OWNER}`,
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--locale=C.UTF-8",
    "--data-checksums",
    // nobody but us passes the 0700 folder of the socket
    "--auth=trust",
    "--no-instructions",
    ...(sync ? [] : ["--no-sync"]),
  ];
  // a container may run us under a number without a name: a user namespace lends one, where the kernel allows it
  const nameless = !runAs && !hasName(process.getuid?.() ?? 0);
  const [program, allArgs] = nameless
    ? ["unshare", ["--user", "--map-user=65534", binaries.initdb, ...args]]
    : [binaries.initdb, args];
  try {
    await promisify(execFile)(program, allArgs, { ...runAs, env: SYSTEM_ENV, cwd: "/" });
  } catch (error) {
    const hint = nameless
      ? " (this user id has no entry in /etc/passwd: add one, start as another user, or set DATABASE_URL)"
      : "";
    const words = error instanceof Error && "stderr" in error ? `${error.stderr}`.trim() : "";
    throw new EmbeddedPostgresError(`initdb failed${hint}: ${words || error}`, { cause: error });
  }
}

function hasName(uid: number): boolean {
  try {
    execFileSync("id", ["-un", String(uid)], { env: SYSTEM_ENV, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function requireSameMajor({ root }: DataLayout, { major }: Binaries, found: string): void {
  if (Number(found) === major) return;
  throw new EmbeddedPostgresError(
    `The database in ${root} was made by PostgreSQL ${found}, and these programs are PostgreSQL ${major}. ` +
      `Point STOWAGE_PG_BIN to the programs of PostgreSQL ${found}, or move the data over with pg_dump.`,
  );
}

function chownTree(dir: string, runAs: RunAs): void {
  lchownSync(dir, runAs.uid, runAs.gid);
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) chownTree(file, runAs);
    else lchownSync(file, runAs.uid, runAs.gid);
  }
}

function syncFolder(dir: string): void {
  const fd = openSync(dir, "r");
  fsyncSync(fd);
  closeSync(fd);
}
