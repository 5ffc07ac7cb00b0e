import type { RequestListener } from "node:http";
import { openJobs } from "@stowage/db/jobs";
import { silentLog } from "@stowage/db/log";
import { newId } from "@stowage/db/new-id";
import { workspaces } from "@stowage/db/schema/identity";
import { deliveries, triggers } from "@stowage/db/schema/triggers";
import { createTestDatabase } from "@stowage/db/testing/test-database";
import { eq, sql } from "drizzle-orm";
import { pino } from "pino";
import { expect } from "vitest";
import type { Deps } from "../deps.ts";
import type { WebhookDeps } from "../webhooks/send-webhook.ts";
import { storedActions } from "../webhooks/stored-webhook.ts";
import { Background } from "../workers/background.ts";
import { DeliveryJobs } from "../workers/delivery-jobs.ts";
import { startTestServer } from "./test-server.ts";
import { startWebhookReceiver, type WebhookReceiver } from "./webhook-receiver.ts";

const START = Date.parse("2026-03-01T12:00:00.000Z");
export const MINUTE_MS = 60_000;
/** On a loaded machine. */
export const SOON = { timeout: 15_000 };
/** As it is by default; the first gap is longer than a test, so that nothing is tried again by itself. */
export const RETRY_BASE_MS = 10_000;
/** What is posted. */
export const BODY = JSON.stringify({ type: "item.low_stock" });

export interface MadeTrigger {
  id: string;
  action_id: string;
  secret: string;
}

/**
 * A database with triggers and what they have to deliver, under a clock that stands still. No server is at work on it but
 * the workers that a test begins; each is closed with its test.
 */
export async function startDelivering() {
  const clock = { now: START };
  const toClose: (() => Promise<unknown>)[] = [];
  const database = await createTestDatabase();
  const server = await startTestServer({ database, now: () => clock.now });
  await server.signUp("Anna");
  await server.close(); // so that nobody hears of the jobs
  const jobs = await openJobs(database, silentLog);
  const config = { ...server.deps.config, webhook_retry_base_ms: RETRY_BASE_MS };
  const deps: Deps = { ...server.deps, jobs, config };
  const rows = await database.db.select().from(workspaces);
  const idOf = (environment: string) => rows.find((row) => row.environment === environment)?.id ?? "";
  const [workspace_id, test_workspace_id] = [idOf("live"), idOf("test")];

  async function receiver(answer?: RequestListener): Promise<WebhookReceiver> {
    const started = await startWebhookReceiver(answer);
    toClose.push(started.close);
    return started;
  }

  const answering = (status: number, headers: Record<string, string> = {}) =>
    receiver((_request, response) => void response.writeHead(status, headers).end());

  /** A worker as each server has one. `done` resolves once all that was due has been tried. */
  function worker(over: Partial<WebhookDeps> = {}) {
    const log = pino({ level: "silent" });
    const background = new Background(log);
    const made = new DeliveryJobs({ ...deps, log, background, ...over });
    const closed = () => made.close().then(() => expect(background.failures).toBe(0));
    toClose.push(closed);
    return {
      made,
      async done() {
        await made.look();
        await background.settled("delivery");
      },
    };
  }

  async function trigger(url: string, within = workspace_id): Promise<MadeTrigger> {
    const { actions, secrets } = storedActions(deps, [{ type: "webhook", url, headers: {} }], []);
    const [action_id = "", secret = ""] = [...secrets][0] ?? [];
    const at = new Date(clock.now).toISOString();
    const [row] = await database.db
      .insert(triggers)
      .values({
        id: newId("trigger"),
        workspace_id: within,
        name: "Tell the house",
        enabled: true,
        event_types: ["*"],
        conditions: [],
        actions,
        throttle_seconds: 0,
        after_seq: 0,
        created_at: at,
        updated_at: at,
      })
      .returning({ id: triggers.id });
    await database.db
      .update(workspaces)
      .set({ trigger_count: sql`trigger_count + 1` })
      .where(eq(workspaces.id, within));
    return { id: row?.id ?? "", action_id, secret };
  }

  /** Deliveries as they are fired, with their jobs. @returns their ids */
  async function fire(
    { id: trigger_id, action_id }: MadeTrigger,
    count = 1,
    over: Partial<typeof deliveries.$inferInsert> = {},
  ): Promise<string[]> {
    const at = new Date(clock.now).toISOString();
    const rows = Array.from({ length: count }, () => ({
      id: newId("delivery"),
      workspace_id,
      trigger_id,
      action_id,
      type: "webhook" as const,
      event_seq: 1,
      event_type: "item.low_stock" as const,
      subject_type: "item",
      subject_id: "item_1",
      subject_name: "Rice",
      status: "pending" as const,
      attempts_left: 8,
      request_body: BODY,
      next_attempt_at: at,
      created_at: at,
      ...over,
    }));
    await database.db.transaction(async (tx) => {
      await tx.insert(deliveries).values(rows);
      await jobs.add(
        tx,
        rows.map(({ id, attempts = 0 }) => ({
          queue: "deliveries",
          data: { delivery_id: id, attempt: attempts },
        })),
      );
    });
    return rows.map(({ id }) => id);
  }

  async function delivery(id: string | undefined) {
    const [row] = await database.db
      .select()
      .from(deliveries)
      .where(eq(deliveries.id, id ?? ""));
    if (!row) throw new Error("there is no such delivery");
    return row;
  }

  async function triggerNow({ id }: MadeTrigger) {
    const [row] = await database.db.select().from(triggers).where(eq(triggers.id, id));
    return row;
  }

  const statuses = async () =>
    (await database.db.select({ status: deliveries.status }).from(deliveries)).map(({ status }) => status);
  const jobsLeft = async () =>
    (await database.sql`select 1 from pgboss.job where name = 'deliveries'`).length;
  /** Time passes for what waits for its turn. */
  const passWaiting = async () => {
    await database.sql`update pgboss.job set start_after = now() - interval '1 second'`;
  };

  return {
    clock,
    database,
    jobs,
    deps,
    workspace_id,
    test_workspace_id,
    receiver,
    answering,
    worker,
    trigger,
    fire,
    delivery,
    triggerNow,
    statuses,
    jobsLeft,
    passWaiting,
    /** Before each test: nothing is left of those before it. */
    async reset() {
      clock.now = START;
      await database.sql`delete from pgboss.job`;
      await database.db.delete(triggers);
      await database.db.update(workspaces).set({ trigger_count: 0 });
    },
    /** After each test. */
    async closeAll() {
      for (const close of toClose.splice(0).reverse()) await close();
    },
    async drop() {
      await jobs.close();
      await database.drop();
    },
  };
}
