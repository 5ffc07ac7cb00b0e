import type { Job } from "@stowage/db/jobs";
import { deliveries } from "@stowage/db/schema/triggers";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { claimAttempt } from "../deliveries/claim-attempt.ts";
import { MINUTE_MS, SOON, startDelivering } from "../testing/delivering.ts";
import { neverAnswer } from "../testing/webhook-receiver.ts";

const delivering = await startDelivering();
const {
  clock,
  database,
  jobs,
  deps,
  receiver,
  worker,
  trigger,
  fire,
  delivery,
  statuses,
  jobsLeft,
  passWaiting,
} = delivering;
beforeEach(delivering.reset);
afterEach(delivering.closeAll);
afterAll(delivering.drop);

describe("several servers", () => {
  test("begin each attempt once between them, whatever jobs there are for it", async () => {
    const { origin, received } = await receiver();
    const ids = await fire(await trigger(origin), 60);
    await database.db.transaction((tx) =>
      jobs.add(
        tx,
        ids.map((delivery_id) => ({ queue: "deliveries", data: { delivery_id, attempt: 0 } })),
      ),
    );
    for (const { made } of [worker(), worker(), worker()]) made.begin();
    await expect.poll(async () => new Set(await statuses()), SOON).toEqual(new Set(["succeeded"]));
    expect(received.map(({ headers }) => headers["webhook-id"]).sort()).toEqual([...ids].sort());
    const attempts = await database.db.select({ attempts: deliveries.attempts }).from(deliveries);
    expect(attempts).toEqual(ids.map(() => ({ attempts: 1 })));
  });

  /** What a server had taken that is gone for good comes back. */
  async function theirTimeIsOver() {
    clock.now += MINUTE_MS;
    await database.sql`update pgboss.job set started_on = now() - interval '1 hour' where state = 'active'`;
    await jobs.expire();
    await passWaiting();
  }
  const takeOne = async (): Promise<Job<"deliveries">> => {
    const [job] = await jobs.take(database.db, "deliveries", 1);
    if (!job) throw new Error("there is no job");
    return job;
  };

  test("do what one had taken and not begun when it died, and count it once", async () => {
    const { origin, received } = await receiver();
    const [id] = await fire(await trigger(origin));
    await takeOne();
    await theirTimeIsOver();
    await worker().done();
    expect(received).toHaveLength(1);
    expect(await delivery(id)).toMatchObject({ status: "succeeded", attempts: 1, attempts_left: 7 });
  });

  test("repeat what one had begun and not noted when it died, as one attempt more under the same id", async () => {
    const { origin, received } = await receiver();
    const [id] = await fire(await trigger(origin));
    for (let deaths = 0; deaths < 2; deaths++) {
      expect(await claimAttempt(deps, await takeOne())).toMatchObject({ delivery_id: id });
      await theirTimeIsOver();
    }
    await worker().done();
    expect(received.map(({ headers }) => headers["webhook-id"])).toEqual([id]);
    const row = await delivery(id);
    expect(row).toMatchObject({ status: "succeeded", attempts: 3, attempts_left: 5 });
    expect(row.attempt_log).toHaveLength(1);
    expect(await jobsLeft()).toBe(0);
  });

  test("still owe the last attempt when that one was cut off", async () => {
    const { origin, received } = await receiver();
    const [id] = await fire(await trigger(origin), 1, { attempts: 7, attempts_left: 1 });
    await claimAttempt(deps, await takeOne());
    await theirTimeIsOver();
    await worker().done();
    expect(received).toHaveLength(1);
    expect(await delivery(id)).toMatchObject({ status: "succeeded", attempts: 9, attempts_left: 0 });
  });

  test("give up what no server lives through", async () => {
    const { origin, received } = await receiver();
    const [id] = await fire(await trigger(origin));
    for (let death = 0; death < 4; death++) {
      await claimAttempt(deps, await takeOne());
      await theirTimeIsOver();
    }
    await worker().done();
    expect(received).toEqual([]);
    expect(await delivery(id)).toMatchObject({ status: "failed", error: "interrupted", attempts: 4 });
    expect(await jobsLeft()).toBe(0);
  });

  test("leave alone what another one is just doing, even if they get its job", async () => {
    const hanging = await receiver(neverAnswer);
    const [id = ""] = await fire(await trigger(hanging.origin));
    const first = worker({ webhookTimeoutMs: MINUTE_MS });
    await first.made.look();
    await expect.poll(() => hanging.open(), SOON).toBe(1);
    await database.db.transaction((tx) =>
      jobs.add(tx, [{ queue: "deliveries", data: { delivery_id: id, attempt: 0 } }]),
    );
    await worker().done();
    expect(hanging.received).toHaveLength(1);
    await hanging.close();
    await first.done();
    expect(await delivery(id)).toMatchObject({ status: "pending", attempts: 1, error: "connection_failed" });
  });
});

test("a server that stops gives back what hangs, uncounted and at once, for the next one", async () => {
  const hanging = await receiver(neverAnswer);
  await fire(await trigger(hanging.origin), 20);
  const first = worker({ webhookTimeoutMs: MINUTE_MS });
  await first.made.look();
  await expect.poll(() => hanging.open(), SOON).toBe(2);
  await first.made.close();
  await expect.poll(() => hanging.open(), SOON).toBe(0);
  for (const row of await database.db.select().from(deliveries))
    expect(row).toMatchObject({
      status: "pending",
      attempts: 0,
      attempts_left: 8,
      last_attempt_at: null,
      next_attempt_at: new Date(clock.now).toISOString(),
    });
  expect(await jobsLeft()).toBe(20);
  const second = worker({ webhookTimeoutMs: MINUTE_MS });
  await second.made.look();
  await expect.poll(() => hanging.open(), SOON).toBe(2);
  await hanging.close();
});
