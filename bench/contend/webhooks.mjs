import { entrantOf, measureOnce } from "./match.mjs";
import { MAIN_CONNECTIONS } from "./options.mjs";
import { startProcess, stopProcess, told, usageOf } from "./processes.mjs";
import { callAs } from "./stage.mjs";

/** @typedef {Awaited<ReturnType<typeof measureWebhooks>>} WebhookFigures */

const ARRIVE_WITHIN_MS = 120_000;
const SECONDS = { short: 2, full: 5 };

/**
 * How fast changes reach a receiver, with a webhook for each.
 * @param {import("./session.mjs").Session} on
 */
export async function measureWebhooks(on) {
  const { plan, stage, stowage } = on;
  const { child, port } = stowage.started;
  const url = `http://127.0.0.1:${port}`;
  const receiver = startProcess({ file: "bench/load/receive.mjs", on: "rest" });
  const { port: receiverPort } = await told(receiver, "ready");
  const trigger = await callAs(stage.cookie, url, "POST", "/triggers", {
    name: "Bench",
    event_types: ["item.quantity_changed"],
    actions: [{ type: "webhook", url: `http://127.0.0.1:${receiverPort}/` }],
  });
  const adjust = await entrantOf(stage, stowage, "adjust");
  const before = await usageOf(child);
  const startedAt = performance.now();
  const adjusted = await measureOnce(on, adjust, {
    connections: MAIN_CONNECTIONS,
    seconds: plan.isShort ? SECONDS.short : SECONDS.full,
    rest: 0,
  });
  const expected = Math.round(adjusted.rate * adjusted.seconds);
  await arrived(receiver, expected);
  const seconds = (performance.now() - startedAt) / 1_000;
  const after = await usageOf(child);
  await callAs(stage.cookie, url, "DELETE", `/triggers/${trigger.id}`);
  await stopProcess(receiver);
  return {
    adjusts: adjusted.rate,
    deliveries: expected / seconds,
    count: expected,
    cpu_us: (after.cpu_us - before.cpu_us) / expected,
    wrong: adjusted.wrong,
  };
}

async function arrived(receiver, expected) {
  const all = told(receiver, "received");
  receiver.send({ expect: expected });
  let patience;
  const late = new Promise((_, reject) => {
    patience = setTimeout(
      () =>
        reject(new Error(`Of ${expected} webhooks, some had not come after ${ARRIVE_WITHIN_MS / 1_000} s.`)),
      ARRIVE_WITHIN_MS,
    );
  });
  await Promise.race([all, late]);
  clearTimeout(patience);
}
