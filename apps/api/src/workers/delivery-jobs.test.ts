import { deliveries, triggers } from "@stowage/db/schema/triggers";
import { eq } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { BODY, RETRY_BASE_MS, startDelivering } from "../testing/delivering.ts";

const delivering = await startDelivering();
const {
  clock,
  database,
  jobs,
  test_workspace_id,
  receiver,
  answering,
  worker,
  trigger,
  fire,
  delivery,
  triggerNow,
  jobsLeft,
  passWaiting,
} = delivering;
beforeEach(delivering.reset);
afterEach(delivering.closeAll);
afterAll(delivering.drop);

describe("a delivery", () => {
  test("is posted, signed under its own id, and noted with what was answered", async () => {
    const { origin, received } = await receiver((_request, response) => response.end("Thank you"));
    const made = await trigger(`${origin}/hook`);
    const [id] = await fire(made);
    await worker().done();
    const [post] = received;
    expect(new Webhook(made.secret).sign(id ?? "", new Date(clock.now), BODY)).toBe(
      post?.headers["webhook-signature"],
    );
    expect(post).toMatchObject({ path: "/hook", body: BODY, headers: { "webhook-id": id } });
    const entry = { at: new Date(clock.now).toISOString(), response_status: 200, error: null };
    expect(await delivery(id)).toMatchObject({
      status: "succeeded",
      attempts: 1,
      attempts_left: 7,
      url: `${origin}/hook`,
      request_headers: { "webhook-id": id, "webhook-signature": "…" },
      response_status: 200,
      response_excerpt: "Thank you",
      error: null,
      attempt_log: [{ ...entry, response_ms: expect.any(Number) }],
      next_attempt_at: null,
      last_attempt_at: entry.at,
    });
    expect(await jobsLeft()).toBe(0);
  });

  test("that fails is tried eight times over 20 hours under one id, then given up", async () => {
    const { origin, received } = await answering(500);
    const made = await trigger(origin);
    const [id] = await fire(made);
    const gaps: number[] = [];
    for (let attempt = 1; attempt <= 8; attempt++) {
      await worker().done();
      const row = await delivery(id);
      expect(row).toMatchObject({ attempts: attempt, error: "http_status", response_status: 500 });
      if (row.next_attempt_at === null) break;
      await worker().done(); // not before its time
      gaps.push((Date.parse(row.next_attempt_at) - clock.now) / RETRY_BASE_MS);
      clock.now = Date.parse(row.next_attempt_at);
      await passWaiting();
    }
    const expected = [1, 6, 30, 180, 720, 2_160, 4_320];
    expect(gaps).toHaveLength(7);
    for (const [place, gap] of gaps.entries())
      expect(Math.abs(gap / (expected[place] ?? 0) - 1)).toBeLessThanOrEqual(0.1);
    const row = await delivery(id);
    expect(row).toMatchObject({ status: "failed", attempts: 8, attempts_left: 0, next_attempt_at: null });
    expect(row.attempt_log).toHaveLength(8);
    expect(received.map(({ headers }) => headers["webhook-id"])).toEqual(Array(8).fill(id));
    expect(new Set(received.map(({ headers }) => headers["webhook-timestamp"])).size).toBe(8);
    expect(await jobsLeft()).toBe(0);
    expect(await triggerNow(made)).toMatchObject({ failures_in_a_row: 1, enabled: true });
  });

  test("waits as long as a busy receiver asks, if that is longer, and never more than 12 hours", async () => {
    const waitAfter = async (status: number, headers: Record<string, string>) => {
      const [id] = await fire(await trigger((await answering(status, headers)).origin));
      await worker().done();
      return (Date.parse((await delivery(id)).next_attempt_at ?? "") - clock.now) / 1_000;
    };
    expect(await waitAfter(503, { "retry-after": "3600" })).toBe(3_600);
    expect(await waitAfter(429, { "retry-after": "99999999" })).toBe(12 * 3_600);
    expect(await waitAfter(503, { "retry-after": "1" })).toBeGreaterThanOrEqual(9);
    expect(await waitAfter(500, { "retry-after": "3600" })).toBeLessThanOrEqual(11);
  });

  test("to what is gone for good, or not open to test data, fails at once; any other refusal is tried again", async () => {
    const ended = await fire(await trigger((await answering(410)).origin));
    const retried = await fire(await trigger((await answering(404)).origin));
    const refused = await fire(await trigger("http://169.254.169.254/latest/meta-data"));
    await worker().done();
    expect(await delivery(ended[0])).toMatchObject({ status: "failed", attempts: 1, error: "http_status" });
    expect(await delivery(retried[0])).toMatchObject({ status: "pending", attempts: 1 });
    expect(await delivery(refused[0])).toMatchObject({ status: "pending", error: "address_refused" });
    const untold = await fire(await trigger("http://127.0.0.1:9/", test_workspace_id), 1, {
      workspace_id: test_workspace_id,
    });
    await worker().done();
    expect(await delivery(untold[0])).toMatchObject({ status: "failed", error: "not_allowed_in_test" });
  });

  test("that is tried anew keeps its id and goes on counting", async () => {
    const { origin, received } = await receiver((_request, response) =>
      response.writeHead(received.length > 1 ? 200 : 410).end(),
    );
    const [id = ""] = await fire(await trigger(origin));
    await worker().done();
    await database.db.update(deliveries).set({ status: "pending", attempts_left: 8 });
    await database.db.transaction((tx) =>
      jobs.add(tx, [{ queue: "deliveries", data: { delivery_id: id, attempt: 1 } }]),
    );
    await worker().done();
    expect(await delivery(id)).toMatchObject({ status: "succeeded", attempts: 2, attempts_left: 7 });
    expect(received.map(({ headers }) => headers["webhook-id"])).toEqual([id, id]);
  });

  test("whose trigger is off, gone, or does something else now is not sent", async () => {
    const { origin, received } = await receiver();
    const [off, other, gone] = [await trigger(origin), await trigger(origin), await trigger(origin)];
    const [first] = await fire(off);
    const [second] = await fire(other);
    await fire(gone);
    await database.db.update(triggers).set({ enabled: false }).where(eq(triggers.id, off.id));
    await database.db.update(triggers).set({ actions: [] }).where(eq(triggers.id, other.id));
    await database.db.delete(triggers).where(eq(triggers.id, gone.id));
    await worker().done();
    expect((await delivery(first)).status).toBe("cancelled");
    expect((await delivery(second)).status).toBe("cancelled");
    expect(received).toEqual([]);
    expect(await jobsLeft()).toBe(0);
  });

  test("that is called off while it is under way is not tried again, and tells how it went", async () => {
    let callOff: () => Promise<unknown> = async () => undefined;
    const { origin } = await receiver(async (_request, response) => {
      await callOff();
      response.writeHead(500).end();
    });
    const made = await trigger(origin);
    const [id] = await fire(made);
    callOff = () => database.db.update(deliveries).set({ status: "cancelled" });
    await worker().done();
    expect(await delivery(id)).toMatchObject({
      status: "cancelled",
      response_status: 500,
      next_attempt_at: null,
    });
    expect(await jobsLeft()).toBe(0);
    const [removed] = await fire(made);
    callOff = () => database.db.delete(triggers).where(eq(triggers.id, made.id));
    await worker().done();
    await expect(delivery(removed)).rejects.toThrow("no such delivery");
    expect(await jobsLeft()).toBe(0);
  });
});
