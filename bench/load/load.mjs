// Puts load on a server, in a process of its own that can have a core of its own. Told over IPC what to send.
import { Connection } from "./connection.mjs";
import { percentiles } from "./percentiles.mjs";
import { makerOf } from "./requests.mjs";

/**
 * @typedef {object} Task
 * @property {number} port
 * @property {number} connections
 * @property {number} [seconds]  For how long requests are sent; those under way are waited for.
 * @property {number} [count]  How many are sent at most.
 * @property {string[]} requests  Whole requests, sent in turn. `{{n}}`, as wide, is a number that no other request has.
 * @property {number} status  What a right answer has.
 */

/** @typedef {Awaited<ReturnType<typeof load>>} Loaded */

/**
 * Without a `count`, each connection asks once before the clock starts: in a short round, opening all of them at once would
 * be its slowest answers.
 * @param {Task} task
 */
async function load({ port, connections, seconds = Number.POSITIVE_INFINITY, requests, status, ...task }) {
  const count = task.count ?? Number.POSITIVE_INFINITY;
  const makers = requests.map(makerOf);
  const wrong = new Map();
  let sent = 0;
  let right = 0;

  /** @param {Connection} connection @param {(error: Error | null, isRight: boolean) => void} done */
  const ask = (connection, done) =>
    connection.send(makers[sent++ % makers.length](), (error, got) => {
      const isRight = error === null && got === status;
      if (isRight) right++;
      else {
        const what = error?.message ?? `answered ${got}`;
        wrong.set(what, (wrong.get(what) ?? 0) + 1);
      }
      done(error, isRight);
    });

  /** @param {Connection[]} connections @returns {Promise<Connection[]>} those that were answered */
  const introduced = async (connections) => {
    const errors = await Promise.all(connections.map((one) => new Promise((resolve) => ask(one, resolve))));
    return connections.filter((_, at) => errors[at] === null);
  };

  const before = process.cpuUsage();
  const openedAt = performance.now();
  const opened = Array.from({ length: Math.min(connections, count) }, () => new Connection(port));
  const open = task.count === undefined ? await introduced(opened) : opened;

  const times = [];
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1_000;
  let lastAt = startedAt;
  const serve = (connection) =>
    new Promise((resolve) => {
      const next = () => {
        const sentAt = performance.now();
        ask(connection, (error, isRight) => {
          lastAt = performance.now();
          if (isRight) times.push(lastAt - sentAt);
          if (error) return resolve(undefined);
          if (lastAt < endsAt && sent < count) return next();
          connection.close();
          resolve(undefined);
        });
      };
      next();
    });
  await Promise.all(open.map(serve));

  const { user, system } = process.cpuUsage(before);
  const took = (lastAt - startedAt) / 1_000;
  return {
    /** All right ones, also those before the clock. */
    answers: right,
    wrong: [...wrong],
    seconds: took,
    per_second: times.length / took,
    ...percentiles(times),
    busy: (user + system) / 1_000 / (performance.now() - openedAt),
  };
}

process.on("message", (/** @type {Task} */ task) => {
  if (!task.requests) return;
  load(task).then(
    (result) => process.send?.({ result }),
    (error) => process.send?.({ error: String(error) }),
  );
});
process.send?.({ ready: true });
