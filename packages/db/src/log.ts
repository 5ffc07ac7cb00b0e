/** Where the database layer writes what it does; a pino logger fits as it is. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** Says nothing: for tests and one-shot scripts. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
