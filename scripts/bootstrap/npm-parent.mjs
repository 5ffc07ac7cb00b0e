import { readFileSync } from "node:fs";

const PROC_STAT = /^\d+ \((.*)\) \S (\d+) /s;
const GENERATIONS_MAX = 3;

// Linux only; elsewhere a process knows no parent but its own.
function processInfo(pid) {
  try {
    const [, name, parent] = readFileSync(`/proc/${pid}/stat`, "utf8").match(PROC_STAT) ?? [];
    return { name, parent: Number(parent) };
  } catch {
    return undefined;
  }
}

const parentOf = (pid) => (pid === process.pid ? process.ppid : processInfo(pid)?.parent);

/**
 * A function that tells whether the npm that started us is gone. npm killed with -9 passes nothing on, and the shell
 * it runs scripts in may stay between us; but whoever was npm's own child then has another parent.
 */
export function npmWatch() {
  let child = process.pid;
  for (let generation = 0; generation < GENERATIONS_MAX; generation += 1) {
    const parent = parentOf(child);
    if (parent === undefined || parent <= 1) break;
    if (processInfo(parent)?.name?.startsWith("npm")) return () => parentOf(child) !== parent;
    child = parent;
  }
  const parent = process.ppid;
  return () => process.ppid !== parent;
}
