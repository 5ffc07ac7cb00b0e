import { events } from "@stowage/db/schema/events";
import { workspaces } from "@stowage/db/schema/identity";
import { triggers } from "@stowage/db/schema/triggers";
import { and, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { MINUTE_MS, SOON, startDelivering } from "../testing/delivering.ts";
import { storedActions } from "../webhooks/stored-webhook.ts";

const delivering = await startDelivering();
const {
  clock,
  database,
  deps,
  workspace_id,
  answering,
  worker,
  trigger,
  fire,

  triggerNow,
  statuses,
  jobsLeft,
  passWaiting,
} = delivering;
beforeEach(delivering.reset);
afterEach(delivering.closeAll);
afterAll(delivering.drop);

describe("a trigger whose deliveries fail", () => {
  const disabled = () => database.db.select().from(events).where(eq(events.type, "trigger.disabled"));

  test("is turned off once, with one event, however many fail together", async () => {
    const gone = await answering(410);
    const made = await trigger(`${gone.origin}/a-secret-path`);
    const ids = await fire(made, 40);
    for (const { made: one } of [worker(), worker(), worker()]) one.begin();
    await expect.poll(async () => (await statuses()).includes("pending"), SOON).toBe(false);
    await expect.poll(jobsLeft, SOON).toBe(0);
    expect(await triggerNow(made)).toMatchObject({
      enabled: false,
      disabled_reason: "failures",
      version: 2,
    });
    const [workspace] = await database.db.select().from(workspaces).where(eq(workspaces.id, workspace_id));
    expect(workspace?.trigger_count).toBe(0);
    const told = await disabled();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      subject_id: made.id,
      subject_name: "Tell the house",
      auth_method: "system",
      data: { error: "http_status", response_status: 410, origin: gone.origin, failures_in_a_row: 20 },
    });
    expect(JSON.stringify(told)).not.toContain("a-secret-path");
    const failed = (await statuses()).filter((status) => status === "failed").length;
    expect(failed).toBeGreaterThanOrEqual(20);
    expect(gone.received.length).toBeLessThan(ids.length); // the rest was called off
  });

  test("starts counting afresh with each success, and no test counts either way", async () => {
    const [bad, good] = [await answering(410), await answering(200)];
    const made = await trigger(bad.origin);
    const failures = async () => (await triggerNow(made))?.failures_in_a_row;
    const all = worker();
    await fire(made, 3);
    await all.done();
    await passWaiting();
    await all.done();
    expect(await failures()).toBe(3);
    await fire(made, 1, { is_test: true });
    await all.done();
    expect(await failures()).toBe(3);
    const { actions } = storedActions(
      deps,
      [{ type: "webhook", url: good.origin, headers: {}, id: made.action_id }],
      (await triggerNow(made))?.actions ?? [],
    );
    await database.db.update(triggers).set({ actions }).where(eq(triggers.id, made.id));
    await fire(made, 1, { is_test: true });
    await all.done();
    expect(await failures()).toBe(3);
    await fire(made);
    await all.done();
    expect(await failures()).toBe(0);
    expect(await disabled()).toHaveLength(1); // that of the test before
  });

  test("hears of its end in the transaction that ends the delivery", async () => {
    const made = await trigger((await answering(410)).origin);
    await database.db.update(triggers).set({ failures_in_a_row: 19 });
    const [last] = await fire(made);
    await fire(made, 1, {
      next_attempt_at: new Date(clock.now + MINUTE_MS).toISOString(),
      attempts: 1,
      type: "create_task",
    });
    await database.sql`delete from pgboss.job where data->>'delivery_id' <> ${last ?? ""}`;
    await worker().done();
    expect((await statuses()).sort()).toEqual(["cancelled", "failed"]);
    const [off] = await database.db
      .select()
      .from(events)
      .where(and(eq(events.type, "trigger.disabled"), eq(events.subject_id, made.id)));
    expect(off?.changes).toEqual({ enabled: { old: true, new: false } });
  });
});
