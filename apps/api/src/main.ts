import "./young-objects.ts";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openDatabase } from "@stowage/db/open-database";
import { pino } from "pino";
import { announce } from "./announce.ts";
import { assemble } from "./assemble.ts";
import { type Config, readConfig } from "./config.ts";
import { stopOnce } from "./stop-once.ts";
import { bufferedLog } from "./surfaces/buffered-log.ts";
import { logOptions } from "./surfaces/log-options.ts";

/** A bundle carries the migrations beside it; from source they are where the db package keeps them. */
function beside(bundled: string, source: string): string {
  const path = fileURLToPath(new URL(bundled, import.meta.url));
  return existsSync(path) ? path : fileURLToPath(new URL(source, import.meta.url));
}

/** config → database → server → listen → drain. */
async function main(config: Config): Promise<void> {
  const log = pino(logOptions(config.log_level), bufferedLog());
  const stopping = stopOnce(log);
  const database = await openDatabase({
    databaseUrl: config.database_url,
    dataDir: config.data_dir,
    binDir: config.postgres_bin,
    log,
  });
  stopping.add(() => database.close());
  const web_root = config.web_root ?? beside("../../../web/dist/client", "../../web/dist/client");
  const server = await assemble({
    config: { ...config, web_root },
    database,
    log,
    migrationsFolder: beside("./drizzle", "../../../packages/db/drizzle"),
  });
  stopping.add(() => server.close());
  await server.listen();
  await announce({ config, database, url: server.publicUrl() });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as { code?: unknown; port?: unknown };
  if (code === "EADDRINUSE")
    return `Port ${port} is taken by another program. Stop that one, or set PORT to another.`;
  if (code === "EACCES" && port !== undefined)
    return `Port ${port} may not be opened by this user. Set PORT to another.`;
  return error.message;
}

try {
  await main(readConfig());
} catch (error) {
  process.stderr.write(`\nStowage cannot start: ${reasonOf(error)}\n\n`);
  process.exit(1);
}
