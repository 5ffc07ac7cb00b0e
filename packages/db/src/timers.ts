/** The clock's part that a test may replace. */
export interface Timers {
  setTimeout(run: () => void, ms: number): { unref?(): unknown };
  clearTimeout(timer: { unref?(): unknown }): void;
}

export const globalTimers: Timers = {
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

/** A timer of ours must not keep a finished program alive. */
export function unref<T extends { unref?(): unknown }>(timer: T): T {
  timer.unref?.();
  return timer;
}
