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

/** @param {Task} task */
async function load({ port, connections, seconds = Number.POSITIVE_INFINITY, requests, status, ...task }) {
  const count = task.count ?? Number.POSITIVE_INFINITY;
  const makers = requests.map(makerOf);
  const times = [];
  const wrong = new Map();
  let sent = 0;
  const before = process.cpuUsage();
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1_000;
  let lastAt = startedAt;

  const serve = (connection) =>
    new Promise((resolve) => {
      const next = () => {
        const request = makers[sent++ % makers.length]();
        const sentAt = performance.now();
        connection.send(request, (error, got) => {
          const at = performance.now();
          lastAt = at;
          if (error || got !== status) {
            const what = error?.message ?? `answered ${got}`;
            wrong.set(what, (wrong.get(what) ?? 0) + 1);
            if (error) return resolve(undefined);
          } else times.push(at - sentAt);
          if (at < endsAt && sent < count) return next();
          connection.close();
          resolve(undefined);
        });
      };
      next();
    });
  await Promise.all(Array.from({ length: Math.min(connections, count) }, () => serve(new Connection(port))));

  const { user, system } = process.cpuUsage(before);
  return {
    answers: times.length,
    wrong: [...wrong],
    seconds: (lastAt - startedAt) / 1_000,
    ...percentiles(times),
    busy: (user + system) / 1_000 / (performance.now() - startedAt),
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
