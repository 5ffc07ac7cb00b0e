import { stopProcess } from "../contend/processes.mjs";
import { requestsOf } from "../load/requests.mjs";
import { clearBins, copyDatabase, dropDatabase } from "./databases.mjs";
import { bearer, startServer } from "./servers.mjs";

/**
 * A server on a copy of a database that `fill` adds to.
 * @param {import("./rounds.mjs").Plan} plan
 * @param {{ label: string, name: string, from?: string, fill: (sql: import("postgres").Sql) => Promise<unknown>,
 *   subject?: Partial<import("../contend/works.mjs").Subject> }} size
 */
export async function startSize({ stage }, { label, name, from, fill, subject }) {
  const { database_url, sql } = await copyDatabase({ name, from, fill });
  const { child, port, credentials } = await startServer({ stage, database_url });
  const unknown = stage.unknown_keys.map(bearer);
  return {
    label,
    child,
    port,
    clear: () => clearBins(sql),
    /** @param {import("../contend/works.mjs").Work} work */
    requests: (work) =>
      requestsOf(
        work.requests({ ...stage.subject, ...subject }),
        work.by === "unknown" ? unknown : credentials,
      ),
    async end() {
      await stopProcess(child);
      await sql.end();
      await dropDatabase(name);
    },
  };
}
