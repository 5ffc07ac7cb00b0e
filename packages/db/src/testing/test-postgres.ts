import type { ConnectionTarget } from "../pool.ts";

/** What a test run's PostgreSQL tells its tests. Plain data: it travels to vitest's workers. */
export interface TestPostgres {
  /** A role that may create databases. */
  readonly admin: ConnectionTarget;
  /** The role that the product works as. */
  readonly user: string;
  /** The migrated database that each test database is a copy of. */
  readonly template: string;
  /** The packaged PostgreSQL's programs, for tests that start a server of their own. */
  readonly binDir: string;
}

declare module "vitest" {
  interface ProvidedContext {
    testPostgres: TestPostgres;
  }
}

/** The same server, another database and maybe another role. */
export function withDatabase(target: ConnectionTarget, database: string, user?: string): ConnectionTarget {
  if (!("url" in target)) return { ...target, database, user: user ?? target.user };
  const url = new URL(target.url);
  url.pathname = `/${database}`;
  return { url: url.href };
}
