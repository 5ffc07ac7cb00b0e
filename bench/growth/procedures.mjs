import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stopProcess, told } from "../contend/processes.mjs";
import { WORKS } from "../contend/works.mjs";
import { requestsOf } from "../load/requests.mjs";
import { bundleWith } from "./bundle-with.mjs";
import { clearBins, copyDatabase, dropDatabase } from "./databases.mjs";
import { inRounds } from "./rounds.mjs";
import { cacheFolder, startServer } from "./servers.mjs";

/** The bins' own ten, all that there are, and those with others made after them. */
const SIZES = /** @type {const} */ ([10, "all", 300]);
const NAME = "growth_procedures";

/**
 * The server with more and more procedures; what is asked is the bins'.
 * @param {import("./rounds.mjs").Plan} plan
 */
export async function measureProcedures(plan) {
  const { stage } = plan;
  mkdirSync(cacheFolder, { recursive: true });
  const folder = mkdtempSync(join(cacheFolder, "growth-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const { database_url, sql } = await copyDatabase({ name: NAME, fill: async () => {} });
  const contestants = [];
  try {
    for (const size of SIZES) {
      const file = await bundleWith(size, join(folder, String(size)));
      /** @type {Promise<number>} */
      let procedures = Promise.resolve(0);
      const onStart = (child) => {
        procedures = told(child, "procedures");
      };
      const { child, port, credentials } = await startServer({ stage, database_url, file, onStart });
      contestants.push({
        label: `${await procedures} procedures`,
        child,
        port,
        clear: () => clearBins(sql),
        requests: (work) => requestsOf(work.requests(stage.subject), credentials),
      });
    }
    await inRounds(plan, contestants, [WORKS.get, WORKS.list, WORKS.create]);
  } finally {
    for (const { child } of contestants) await stopProcess(child);
    await sql.end();
    await dropDatabase(NAME);
  }
}
