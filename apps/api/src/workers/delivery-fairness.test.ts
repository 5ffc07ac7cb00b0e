import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { MINUTE_MS, SOON, startDelivering } from "../testing/delivering.ts";
import { neverAnswer } from "../testing/webhook-receiver.ts";

const delivering = await startDelivering();
const { receiver, worker, trigger, fire } = delivering;
beforeEach(delivering.reset);
afterEach(delivering.closeAll);
afterAll(delivering.drop);

describe("a dead host", () => {
  /** Asks a host by name as often as its addresses allow; each of 127.0.0.0/8 is a host of its own. */
  const hostNumber = (n: number, port: number) => `http://127.0.1.${n + 1}:${port}/`;

  test("with hundreds of deliveries that hang never keeps those to others, and has few at a time", async () => {
    const hanging = await receiver(neverAnswer);
    let most = 0;
    const watched = await receiver((request, response) => {
      most = Math.max(most, hanging.open());
      response.writeHead(204).end(request.url);
    });
    await fire(await trigger(hanging.origin), 600);
    const healthy = await fire(await trigger(watched.origin), 60);
    for (const { made } of [worker({ webhookTimeoutMs: MINUTE_MS }), worker({ webhookTimeoutMs: MINUTE_MS })])
      made.begin();
    await expect.poll(() => watched.received.length, SOON).toBe(60);
    expect(watched.received.map(({ headers }) => headers["webhook-id"]).sort()).toEqual([...healthy].sort());
    expect(most).toBeLessThanOrEqual(4); // two servers, two each of a host that nobody knows
    expect(hanging.open()).toBe(hanging.received.length); // all that came to it still hangs
    await hanging.close();
  });

  test("may be many hosts: however many hang, one that answers gets all of its own", async () => {
    const hanging = await receiver(neverAnswer);
    const { origin, received } = await receiver();
    const made = await trigger(origin);
    await fire(made);
    const one = worker({ webhookTimeoutMs: MINUTE_MS });
    await one.done(); // it has answered before the others fall silent
    for (let n = 0; n < 40; n++) await fire(await trigger(hostNumber(n, hanging.port)), 5);
    one.made.begin();
    await expect.poll(() => hanging.open(), SOON).toBe(20);
    await fire(made, 40);
    one.made.kick();
    await expect.poll(() => received.length, SOON).toBe(41);
    expect(hanging.open()).toBe(20);
    await hanging.close();
  });
});
