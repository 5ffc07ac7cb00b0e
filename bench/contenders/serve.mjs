import { readFileSync } from "node:fs";

/**
 * What a contender is told.
 * @typedef {object} Stage
 * @property {string} workspace_id  Whose rows they are.
 * @property {string} organization_id
 * @property {string} user_id
 * @property {string} user_name
 * @property {string} api_key_id
 * @property {string} database_url
 */

/** @type {Stage} */
export const stage = JSON.parse(readFileSync(process.env.BENCH_STAGE ?? "", "utf8"));

/** Tells the benchmark that it can be asked, and which tokens it knows. @param {{ port: number, tokens: string[] }} ready */
export function isReady({ port, tokens }) {
  process.send?.({ ready: { port, tokens } });
}

/** Where a server listens. @param {import("node:net").Server} server */
export function portOf(server) {
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}
