import { APP_ROLE } from "../embedded/app-database.ts";
import { startEmbeddedPostgres } from "../embedded/embedded-postgres.ts";
import { silentLog } from "../log.ts";
import { openPool } from "../pool.ts";

/**
 * A program for tests to kill: opens the embedded database in the folder it is given and inserts rows into it, four at a
 * time, printing the number of each once it is acknowledged.
 */
const [dataDir = "", binDir = "", first = "0"] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ dataDir, binDir, log: silentLog });
const sql = openPool(
  { socketDir: server.socketDir, user: APP_ROLE, database: APP_ROLE },
  { max: 4, name: "test" },
);
await sql`create table if not exists kept (id int primary key)`;
process.stdout.write(`ready ${server.pid()}\n`);

let id = Number(first);
await Promise.all(
  Array.from({ length: 4 }, async () => {
    for (;;) {
      const mine = ++id;
      await sql`insert into kept values (${mine})`;
      process.stdout.write(`${mine}\n`);
    }
  }),
);
