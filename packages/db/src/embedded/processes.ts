import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";

/** A zombie has ended, but its parent has not noticed; its pid still answers to signals. */
export type ProcessState = "alive" | "zombie" | "gone";

/** What `/proc` says about a process. */
export function processState(pid: number): ProcessState {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  if (stat === undefined) return "gone";
  // "pid (name) state …", and the name may itself contain brackets
  const state = stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3);
  return state === "Z" || state === "X" ? "zombie" : "alive";
}

/**
 * Whether a live process works in `dir`. PostgreSQL's processes all have the data folder as their working
 * directory, which tells them from a stranger that was given the pid of one that has ended.
 */
export function worksIn(pid: number, dir: string): boolean {
  const real = attempt(() => realpathSync(dir));
  if (real === undefined) return false;
  return attempt(() => readlinkSync(`/proc/${pid}/cwd`)) === real && processState(pid) === "alive";
}

/** Every live process that works in `dir`: a postmaster, its backends, or what was left of them. */
export function processesIn(dir: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => worksIn(pid, dir));
}

/** A process may end, or belong to somebody else, while we look at it: both mean "nothing to see". */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
