import { randomBytes } from "node:crypto";
import { callApi } from "../../scripts/seed/api.mjs";
import { stopProcess } from "../contend/processes.mjs";
import { callAs } from "../contend/stage.mjs";
import { WORKS } from "../contend/works.mjs";
import { requestsOf } from "../load/requests.mjs";
import { addOrganizations } from "./add-organizations.mjs";
import { copyDatabase, dropDatabase } from "./databases.mjs";
import { inRounds } from "./rounds.mjs";
import { bearer, startServer } from "./servers.mjs";
import { startSize } from "./sizes.mjs";

/** That ask, each with a key of its own. */
const REAL = 16;
const BINS = 25;
const SIZES = [100, 1_000];
const SCOPES = ["bins:read", "bins:write", "locations:read"];
const ALL = "growth_organizations";

/**
 * A server with more and more organizations, asked by one of them, and by 16 in turn.
 * @param {import("./rounds.mjs").Plan} plan
 */
export async function measureOrganizations(plan) {
  const alone = await startSize(plan, {
    label: "1 organization, 16 keys of it ask",
    name: `${ALL}_1`,
    fill: async () => {},
  });
  const real = await realOrganizations(plan, { name: ALL, count: REAL });
  const contestants = [alone];
  for (const size of SIZES) {
    const one = await startSize(plan, {
      label: `${size} organizations, 16 keys of one ask`,
      from: ALL,
      name: `${ALL}_${size}`,
      fill: (sql) => addOrganizations(sql, { count: size - REAL - 1, bins: BINS }),
    });
    const label = `${size} organizations, a key each of ${REAL} ask`;
    contestants.push(one, {
      ...one,
      label,
      requests: (work) => inTurn(real.map((each) => asks(each, work))),
    });
  }
  await inRounds(plan, contestants, [WORKS.get, WORKS.list, WORKS.create]);
  for (const { end } of contestants.filter(({ label }) => !label.includes("a key each"))) await end();
  await dropDatabase(ALL);
}

/** What an organization is sent for. */
export const asks = ({ credential, bin_ids }, work) =>
  requestsOf(work.requests({ bin_ids, item_ids: [], etag: "" }), [credential]);

const inTurn = (lists) => (lists[0] ?? []).flatMap((_, at) => lists.map((list) => list[at] ?? ""));

/**
 * A copy of the stage's database in which more people have signed up at the server itself, each with an organization, a key
 * and bins.
 * @param {Pick<import("./rounds.mjs").Plan, "stage">} plan
 */
export async function realOrganizations({ stage }, { name, count }) {
  const { database_url, sql } = await copyDatabase({ name, fill: async () => {} });
  const { child, port } = await startServer({ stage, database_url, env: { REGISTRATION: "open" } });
  const url = `http://127.0.0.1:${port}`;
  const made = [];
  for (let n = 0; n < count; n++) made.push(await signUp(url, n));
  await stopProcess(child);
  await sql`update organizations set plan = 'enterprise',
    rate_limit = (select rate_limit from organizations where rate_limit is not null limit 1)`;
  await sql.end();
  return made;
}

async function signUp(url, n) {
  const from = { url, headers: { "x-forwarded-for": `2001:db8:${n}::1` } };
  const { response } = await callApi(from, "POST", "/auth/sign-up", {
    email: `growth${n}@example.org`,
    password: randomBytes(16).toString("hex"),
    name: `Growth ${n}`,
  });
  const cookie = response.headers
    .getSetCookie()
    .map((text) => text.split(";", 1)[0])
    .join("; ");
  const { key } = await callAs(cookie, url, "POST", "/api-keys", { name: "Growth", scopes: SCOPES });
  const bin_ids = [];
  for (let at = 0; at < BINS; at++)
    bin_ids.push((await callAs(cookie, url, "POST", "/bins", { name: `Box ${at}` })).id);
  return { credential: bearer(key), bin_ids };
}
