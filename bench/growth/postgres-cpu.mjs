import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Microseconds of a tick in which `/proc/<pid>/stat` counts. */
const TICK_US = 10_000;
/** Where the times of children that have ended stand in it, after the name in brackets. */
const ENDED = { user: 13, system: 14 };

/**
 * Tells what PostgreSQL has used of the processors so far, connections that have ended too, in microseconds; null where
 * there is no `/proc` to read it from.
 * @param {string} folder of the bench's stage
 * @returns {() => number | null}
 */
export function postgresCpu(folder) {
  const [pid = ""] = readFileSync(join(folder, "data", "pgdata", "postmaster.pid"), "utf8").split("\n");
  return () => {
    try {
      const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
      return children.reduce((sum, child) => sum + ownUs(child), ownUs(pid) + endedUs(pid));
    } catch {
      return null;
    }
  };
}

/** To the nanosecond, of the only thread that a process of PostgreSQL has. */
function ownUs(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1_000;
  } catch {
    return 0; // it has ended meanwhile
  }
}

function endedUs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[ENDED.user]) + Number(fields[ENDED.system])) * TICK_US;
}
