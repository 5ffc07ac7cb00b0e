import { readFileSync } from "node:fs";
import { APP_ROLE } from "@stowage/db/embedded/app-database";
import { silentLog } from "@stowage/db/log";
import { connectDatabase, type Database } from "@stowage/db/open-database";

/** Where `postmaster.pid` names the folder of the socket. */
const SOCKET_LINE = 4;

/** A connection of one's own to the embedded database of a server process. */
export function databaseOf(dataDir: string): Promise<Database> {
  const socketDir = readFileSync(`${dataDir}/pgdata/postmaster.pid`, "utf8").split("\n")[SOCKET_LINE] ?? "";
  return connectDatabase(
    { socketDir, user: APP_ROLE, database: APP_ROLE },
    { log: silentLog, poolSize: 2, startTimeoutMs: 5_000 },
  );
}
