import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { processState } from "../embedded/processes.ts";

/** A server process that inserts for ever, and what it has promised so far. */
export interface InsertingServer {
  readonly postmaster: number;
  /** Rows whose insert was acknowledged. */
  readonly acknowledged: readonly number[];
  /** Resolves when `count` rows are acknowledged. */
  until(count: number): Promise<void>;
  /** The power cord for one process. Resolves when it is gone. */
  killNode(): Promise<void>;
  /** The power cord for it and all it has started, at one instant. */
  killTree(): Promise<void>;
  /** Kills the shells that guard PostgreSQL and then the server: PostgreSQL is on its own. */
  killAllButPostgres(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL("insert-for-ever.ts", import.meta.url));

/** Starts it and resolves when its database is open; rows are numbered from `first` + 1. */
export async function startInsertingServer(
  dataDir: string,
  binDir: string,
  first = 0,
): Promise<InsertingServer> {
  const child = spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), PROGRAM, dataDir, binDir, String(first)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const acknowledged: number[] = [];
  const lines = createInterface({ input: child.stdout });
  const [ready] = (await Promise.race([once(lines, "line"), once(child, "exit")])) as [unknown];
  if (typeof ready !== "string") throw new Error("the server did not start");
  lines.on("line", (line) => acknowledged.push(Number(line)));
  const postmaster = Number(ready.split(" ")[1]);
  return {
    postmaster,
    acknowledged,
    async until(count) {
      while (acknowledged.length < count) await once(lines, "line");
    },
    killNode: () => kill(child, [pidOf(child)]),
    killTree: () => kill(child, [pidOf(child), ...descendants(pidOf(child))]),
    killAllButPostgres() {
      const own = new Set([postmaster, ...descendants(postmaster)]);
      const others = descendants(pidOf(child)).filter((pid) => !own.has(pid));
      return kill(child, [...others, pidOf(child)]);
    },
  };
}

/** Stops all before killing any, so that none sees another's end. Resolves when what they printed is read. */
async function kill(child: ChildProcess, pids: readonly number[]): Promise<void> {
  const closed = once(child, "close");
  for (const pid of pids) process.kill(pid, "SIGSTOP");
  for (const pid of pids) process.kill(pid, "SIGKILL");
  await closed;
}

function descendants(pid: number): number[] {
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => parentOf(candidate) === pid && processState(candidate) === "alive");
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined;
  }
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error("the server did not start");
  return child.pid;
}
