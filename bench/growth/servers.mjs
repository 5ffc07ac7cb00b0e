import { join } from "node:path";
import { freePort, isReady } from "../../scripts/bootstrap/bench.mjs";
import { root } from "../../scripts/bootstrap/environment.mjs";
import { startProcess } from "../contend/processes.mjs";

/** Of the API, where bundles find its native dependencies and no check looks for sources. */
export const cacheFolder = join(root, "apps/api/node_modules/.cache");

/**
 * @typedef {object} ServerTask
 * @property {{ folder: string, app_secret: string, keys: string[] }} stage
 * @property {string} database_url
 * @property {string} [file]  The program; the one that was built, if it is left out.
 * @property {"server" | "any"} [on]  Whether it has the server's core, or goes where the system puts it.
 * @property {string[]} [nodeArgs]
 * @property {Record<string, string>} [env]
 * @property {(child: import("node:child_process").ChildProcess) => void} [onStart]  Called before it can say anything.
 */

/** Stowage with the settings of the other benchmarks, on any database. @param {ServerTask} task */
export async function startServer({
  stage: { folder, app_secret, keys },
  database_url,
  file = "apps/api/dist/server/main.js",
  on = "server",
  nodeArgs = [],
  env = {},
  onStart,
}) {
  const port = await freePort();
  const child = startProcess({
    file,
    nodeArgs,
    on,
    env: {
      NODE_ENV: "production",
      PORT: String(port),
      DATABASE_URL: database_url,
      DATA_DIR: join(folder, "server"),
      APP_SECRET: app_secret,
      REGISTRATION: "first",
      TRUST_PROXY: "true",
      ...env,
    },
  });
  onStart?.(child);
  if (!(await isReady(`http://127.0.0.1:${port}`))) throw new Error("Stowage did not start");
  return { child, port, credentials: keys.map(bearer) };
}

/** @param {string} key @returns {import("../contend/contenders.mjs").Credential} */
export const bearer = (key) => ({ name: "authorization", value: `Bearer ${key}` });
