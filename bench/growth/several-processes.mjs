import { availableParallelism } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { tableOf } from "../app/table.mjs";
import { startProcess, stopProcess, told, usageOf } from "../contend/processes.mjs";
import { WORKS } from "../contend/works.mjs";
import { median } from "../load/percentiles.mjs";
import { clearBins, dropDatabase } from "./databases.mjs";
import { asks, realOrganizations } from "./organizations.mjs";
import { REST_MS } from "./rounds.mjs";
import { startServer } from "./servers.mjs";

const COUNTS = [1, 2, 4];
const MOST = Math.max(...COUNTS);
const CONNECTIONS = 32;
const WARM_UP_S = 8;
const LOOK_EVERY_MS = 100;
const NAME = "growth_processes";

/** What is asked, and whether all ask for one workspace or each server for another. */
const ASKED = [
  { label: "get", work: WORKS.get, isShared: true },
  { label: "list", work: WORKS.list, isShared: true },
  { label: "create in one workspace", work: WORKS.create, isShared: true },
  { label: "create, each in its own", work: WORKS.create, isShared: false },
];

const HEAD = [
  "requests/s",
  "of one",
  "p50 ms",
  "server µs",
  "PostgreSQL µs",
  "load µs",
  "processors busy",
  "what PostgreSQL waits for",
];

/**
 * More and more server processes on one PostgreSQL, each with a part of the load. Nothing is pinned; the processors that
 * the load uses are taken from the servers', and are told.
 * @param {import("./rounds.mjs").Plan} plan
 */
export async function measureProcesses(plan) {
  const { stage, rounds, seconds } = plan;
  const organizations = await realOrganizations({ stage }, { name: NAME, count: MOST });
  const database_url = `postgres:///${NAME}`;
  const sql = postgres(database_url, { max: 1, onnotice: () => {} });
  const servers = [];
  for (let at = 0; at < MOST; at++) servers.push(await startServerWithLoad({ stage, database_url }));
  plan.output.write(`\n${availableParallelism()} processors for all of it; ${CONNECTIONS} connections.\n`);
  for (const { label, work, isShared } of ASKED) {
    const taken = new Map(COUNTS.map((count) => [count, /** @type {any[]} */ ([])]));
    const requestsOf = (at) => asks(organizations[isShared ? 0 : at], work);
    const once = async (count, seconds) => {
      const some = servers.slice(0, count);
      const measured = await measure({ ...plan, seconds }, { servers: some, requestsOf, work, sql });
      if (work.writes) await clearBins(sql);
      return measured;
    };
    await once(MOST, WARM_UP_S); // all of them, as each has its own code to compile
    for (let round = 0; round < rounds; round++)
      for (const count of COUNTS) taken.get(count)?.push(await once(count, seconds));
    plan.output.write(`\n${tableOf([[label, ...HEAD], ...rowsOf(taken)])}\n`);
  }
  for (const { child, load } of servers) await Promise.all([stopProcess(child), stopProcess(load)]);
  await sql.end();
  await dropDatabase(NAME);
}

async function startServerWithLoad(on) {
  const { child, port } = await startServer({ ...on, on: "any" });
  const load = startProcess({ file: "bench/load/load.mjs", on: "any" });
  await told(load, "ready");
  return { child, port, load };
}

async function measure({ seconds, postgresUs }, { servers, requestsOf, work, sql }) {
  const usage = async (name) =>
    (await Promise.all(servers.map((one) => usageOf(one[name])))).reduce(
      (sum, { cpu_us }) => sum + cpu_us,
      0,
    );
  const used = async () => ({
    server: await usage("child"),
    load: await usage("load"),
    postgres: postgresUs() ?? Number.NaN,
  });
  const before = await used();
  const waits = watchWaits(sql);
  const results = await Promise.all(
    servers.map(({ load, port }, at) => {
      const result = told(load, "result");
      load.send({
        port,
        connections: CONNECTIONS / servers.length,
        seconds,
        requests: requestsOf(at),
        status: work.status,
      });
      return result;
    }),
  );
  const waiting = await waits.end();
  await sleep(REST_MS);
  const after = await used();
  const wrong = results.flatMap((one) => one.wrong);
  const answers = results.reduce((sum, one) => sum + one.answers, 0);
  if (wrong.length > 0) throw new Error(`${work.name}: wrong answers ${JSON.stringify(wrong)}`);
  const each = (name) => (after[name] - before[name]) / answers;
  const elapsed = Math.max(...results.map((one) => one.seconds));
  return {
    per_second: results.reduce((sum, one) => sum + one.per_second, 0),
    p50_ms: median(results.map((one) => one.p50_ms)),
    server: each("server"),
    postgres: each("postgres"),
    load: each("load"),
    busy: ((each("server") + each("postgres") + each("load")) * answers) / elapsed / 1e6,
    waiting,
  };
}

/** Looks again and again what the connections that have work are waiting for. */
function watchWaits(sql) {
  const counts = new Map();
  let looks = 0;
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      const rows =
        await sql`select coalesce(wait_event_type || ':' || wait_event, 'running') as what, count(*)::int as count
        from pg_stat_activity where state = 'active' and datname = ${NAME} and pid <> pg_backend_pid() group by 1`;
      for (const { what, count } of rows) counts.set(what, (counts.get(what) ?? 0) + count);
      looks++;
      await sleep(LOOK_EVERY_MS);
    }
  })();
  return {
    async end() {
      isOver = true;
      await looking;
      return new Map([...counts].map(([what, count]) => [what, count / looks]));
    },
  };
}

function rowsOf(taken) {
  const medians = [...taken].map(([count, all]) => {
    const mid = (name) => median(all.map((one) => one[name]));
    return { count, all, per_second: mid("per_second"), mid };
  });
  const one = medians[0]?.per_second ?? Number.NaN;
  return medians.map(({ count, all, per_second, mid }) => [
    count === 1 ? "1 process" : `${count} processes`,
    per_second.toFixed(0),
    `${(per_second / one).toFixed(2)}×`,
    mid("p50_ms").toFixed(2),
    mid("server").toFixed(0),
    mid("postgres").toFixed(0),
    mid("load").toFixed(0),
    mid("busy").toFixed(2),
    commonest(all.map(({ waiting }) => waiting)),
  ]);
}

/** The two commonest, and how many connections they hold up at a time. */
function commonest(all) {
  const sums = new Map();
  for (const waiting of all)
    for (const [what, count] of waiting) sums.set(what, (sums.get(what) ?? 0) + count / all.length);
  return [...sums]
    .sort(([, one], [, other]) => other - one)
    .slice(0, 2)
    .map(([what, count]) => `${what} ${count.toFixed(1)}`)
    .join(", ");
}
