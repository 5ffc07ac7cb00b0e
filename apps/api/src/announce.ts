import type { Database } from "@stowage/db/open-database";
import type { Config } from "./config.ts";
import { hasUsers } from "./features/auth/store.ts";

/** Says where the app is and, on a first run, what to do next. */
export async function announce(args: { config: Config; database: Database; url: string }): Promise<void> {
  const { config, database, url } = args;
  const place =
    database.kind === "embedded"
      ? `embedded PostgreSQL in ${config.data_dir}`
      : "the PostgreSQL of DATABASE_URL";
  const lines = [`Stowage is ready on ${url}`, `  data: ${place}`];
  if (!(await hasUsers(database.db)))
    lines.push("  next: open it in a browser and make the first account; it owns this instance.");
  process.stdout.write(`\n${lines.join("\n")}\n\n`);
}
