import type { Deps } from "../../deps.ts";

/** A writer that waited this long asks the database all the same: that one may be in trouble, and says so at once. */
const TURN_WAIT_MAX_MS = 2_000;

const lines = new WeakMap<Deps, Map<string, Promise<void>>>();

/**
 * Writers of one workspace take turns in this server before they take a connection each, since all but one would only
 * wait for the workspace's row: a busy workspace holds one connection of the pool, not all. It saves connections, and
 * makes nothing safe; that is the row's lock.
 */
export async function inTurn<Result>(
  deps: Deps,
  workspace_id: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const line = lines.get(deps) ?? new Map<string, Promise<void>>();
  lines.set(deps, line);
  const before = line.get(workspace_id);
  const mine = before ? soon(before).then(work) : work();
  const ended = mine.then(
    () => {},
    () => {},
  );
  line.set(workspace_id, ended);
  try {
    return await mine;
  } finally {
    if (line.get(workspace_id) === ended) line.delete(workspace_id);
  }
}

/** Resolves with `turn`, which never rejects, or once that took too long. */
function soon(turn: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, TURN_WAIT_MAX_MS);
    void turn.then(() => {
      clearTimeout(patience);
      resolve();
    });
  });
}
