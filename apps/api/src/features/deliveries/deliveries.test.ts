import { DELIVERY_ATTEMPTS_MAX } from "@stowage/contract/limits";
import { deliveries } from "@stowage/db/schema/triggers";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { addMember } from "../../testing/add-member.ts";
import { startTriggering, WEBHOOK } from "../../testing/triggering.ts";

const { server, anna, key, make, change, storeDelivery } = await startTriggering();
afterAll(() => server.close());

const { db } = server.database;
const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const idsOf = async (query: string, who = key) => {
  const { status, body, text } = await who.ask("GET", query);
  expect(status, text).toBe(200);
  return body.data.map(({ id }: { id: string }) => id);
};

describe("the log of a trigger", () => {
  test("is its own deliveries, newest first, by status and page by page; what was sent is told of one alone", async () => {
    const [mine, other] = [await make(), await make()];
    const made: string[] = [];
    for (const [nth, status] of (["succeeded", "failed", "cancelled", "failed"] as const).entries())
      made.unshift(
        await storeDelivery(mine.id, {
          status,
          created_at: at(nth),
          request_headers: { "content-type": "application/json" },
          request_body: '{"type":"item.low_stock"}',
          attempt_log: [{ at: at(nth), response_status: 500, response_ms: 3, error: "http_status" }],
        }),
      );
    await storeDelivery(other.id);
    const path = `triggers/${mine.id}/deliveries`;
    expect(await idsOf(path)).toEqual(made);
    expect(await idsOf(`${path}?status=failed`)).toEqual([made[0], made[2]]);
    const page = (await key.ask("GET", `${path}?limit=3&include_total=true`)).body;
    expect(page.total).toBe(4);
    expect(await idsOf(`${path}?cursor=${page.next_cursor}`)).toEqual([made[3]]);
    expect(page.data[0]).not.toHaveProperty("request_body");
    const one = (await key.ask("GET", `deliveries/${made[0]}`)).body;
    expect(one).toMatchObject({
      ...page.data[0],
      request_body: '{"type":"item.low_stock"}',
      attempt_log: [{ response_status: 500, error: "http_status" }],
    });
    expect(one).not.toHaveProperty("attempts_left");
  });

  test("goes when its trigger goes", async () => {
    const { id } = await make();
    const delivery = await storeDelivery(id);
    await key.ask("DELETE", `triggers/${id}`);
    expect((await key.ask("GET", `deliveries/${delivery}`)).status).toBe(404);
    expect((await key.ask("GET", `triggers/${id}/deliveries`)).status).toBe(404);
  });

  test("what is pending is cancelled when its trigger is turned off, and nothing else", async () => {
    const [mine, other] = [await make(), await make()];
    const pending = { status: "pending", next_attempt_at: "2099-01-01T00:00:00.000Z" } as const;
    const [one, ended, theirs] = [
      await storeDelivery(mine.id, pending),
      await storeDelivery(mine.id, { status: "succeeded" }),
      await storeDelivery(other.id, pending),
    ];
    await change(mine.id, { enabled: false });
    const read = async (id: string) => (await key.ask("GET", `deliveries/${id}`)).body;
    expect(await read(one)).toMatchObject({ status: "cancelled", next_attempt_at: null });
    expect(await read(ended)).toMatchObject({ status: "succeeded" });
    expect(await read(theirs)).toMatchObject(pending);
  });
});

describe("trying again", () => {
  const retry = (id: string, who = key) => who.ask("POST", `deliveries/${id}/retry`);
  const stored = async (id: string) => (await db.select().from(deliveries).where(eq(deliveries.id, id)))[0];

  test("what is under way, or whose trigger or action cannot do it any more, is refused", async () => {
    const { id } = await make();
    const pending = await storeDelivery(id, { status: "pending" });
    expect((await retry(pending)).body.code).toBe("conflict");
    const failed = await storeDelivery(id);
    await change(id, { enabled: false });
    expect((await retry(failed)).body.code).toBe("conflict");
    await change(id, { enabled: true, actions: [WEBHOOK] });
    expect((await retry(failed)).body.code).toBe("conflict");
    expect(await stored(failed)).toMatchObject({ status: "failed", attempts: 8, attempts_left: 0 });
  });

  test("what has ended may be tried as often as what is new, with its former attempts on record", async () => {
    const { id } = await make();
    for (const status of ["failed", "succeeded", "cancelled"] as const) {
      const delivery = await storeDelivery(id, { status, attempt_log: [] });
      const { status: answered, body } = await retry(delivery);
      expect([answered, body.status, body.attempts]).toEqual([200, "pending", 8]);
      await expect
        .poll(async () => (await stored(delivery))?.attempts, { timeout: 10_000 })
        .toBeGreaterThan(8);
      const { attempts = 0, attempts_left = 0 } = (await stored(delivery)) ?? {};
      expect(attempts + attempts_left).toBe(8 + DELIVERY_ATTEMPTS_MAX);
    }
  });

  test("who may: not members, not the other environment or organization, not a key of some places", async () => {
    const { id } = await make();
    const delivery = await storeDelivery(id);
    const mia = await addMember(server, anna, "Mia", "member");
    const eve = await server.signUp("Eve");
    const place = (await key.ask("POST", "locations", { body: { name: "Shed" } })).body.id;
    const bound = await anna.key(["admin:*"], { location_ids: [place] });
    const sandbox = await anna.key(["admin:*"], { environment: "test" });
    const reader = await anna.key(["triggers:read"]);
    expect((await mia.ask("GET", `deliveries/${delivery}`)).status).toBe(200);
    expect((await mia.ask("POST", `deliveries/${delivery}/retry`)).body.code).toBe("role_forbidden");
    expect((await retry(delivery, reader)).body.code).toBe("insufficient_scope");
    for (const [who, code] of [
      [eve, "not_found"],
      [bound, "not_found"],
      [sandbox, "environment_mismatch"],
    ] as const) {
      expect((await who.ask("GET", `deliveries/${delivery}`)).body.code).toBe(code);
      expect((await who.ask("POST", `deliveries/${delivery}/retry`)).body.code).toBe(code);
    }
  });
});
