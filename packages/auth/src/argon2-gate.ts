/** 19 MiB each, and Argon2 shares libuv's four threads with files and DNS: two leave room for both. */
const ARGON2_CONCURRENT_MAX = 2;

/** Runs tasks in the order of arrival, at most so many at once. */
export type Gate = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** A gate that lets `concurrentMax` tasks in at a time; a task that fails makes room like one that succeeds. */
export function createGate(concurrentMax: number): Gate {
  const waiting: (() => void)[] = [];
  let running = 0;

  function enter(): Promise<void> | undefined {
    if (running < concurrentMax) {
      running += 1;
      return undefined;
    }
    return new Promise((resolve) => waiting.push(resolve));
  }

  /** A leaver hands its place to the first in line, so that nobody can overtake. */
  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }

  return async (task) => {
    await enter();
    try {
      return await task();
    } finally {
      leave();
    }
  };
}

/** The one gate of this process, for keys and passwords alike: the bound is on its memory and threads. */
export const argon2Gate: Gate = createGate(ARGON2_CONCURRENT_MAX);
