/**
 * What is known without asking the database. A database behind DATABASE_URL is `ready` until it is closed: only a
 * query tells more.
 */
export type DatabaseState = "starting" | "ready" | "restarting" | "stopped";
