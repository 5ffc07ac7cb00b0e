import type { Environment } from "@stowage/contract/environments";
import { newId } from "@stowage/db/new-id";
import { workspaces } from "@stowage/db/schema/identity";
import { deliveries, triggers } from "@stowage/db/schema/triggers";
import { and, eq } from "drizzle-orm";
import { expect } from "vitest";
import { type Answer, type Person, startTestServer, type TestKey } from "./test-server.ts";

type Asker = Pick<TestKey, "ask">;

/** Nobody listens there. */
export const WEBHOOK = { type: "webhook", url: "http://127.0.0.1:9/hook" } as const;
export const TASK = { type: "create_task", title_template: "Buy {{subject.name}}" } as const;

/** A server with somebody on it, and a key that makes triggers for them: of what nobody does by the way. */
export async function startTriggering(options: Parameters<typeof startTestServer>[0] = {}) {
  const server = await startTestServer(options);
  const anna: Person = await server.signUp("Anna");
  const key = await anna.key(["admin:*"]);
  const { db } = server.database;

  const send = (body: object = {}, who: Asker = key) =>
    who.ask("POST", "triggers", {
      body: { name: "Low", event_types: ["item.low_stock"], actions: [WEBHOOK], ...body },
    });
  async function make(body: object = {}, who?: Asker) {
    const made = await send(body, who);
    expect(made.status, made.text).toBe(201);
    return made.body;
  }
  return {
    server,
    anna,
    key,
    send,
    make,
    change: (id: string, body: object, who: Asker = key) => who.ask("PATCH", `triggers/${id}`, { body }),
    async eventsOf(id: string): Promise<{ type: string; seq: number; changes: object; data: object }[]> {
      return (await key.ask("GET", `events?subject_id=${id}&after=0`)).body.data;
    },

    /** What the workspace's row says of its triggers, and what theirs say. */
    async counts(owner: Person = anna, environment: Environment = "live") {
      const [workspace] = await db
        .select()
        .from(workspaces)
        .where(
          and(eq(workspaces.organization_id, owner.organization_id), eq(workspaces.environment, environment)),
        );
      if (!workspace) throw new Error("every organization has both");
      const rows = await db.select().from(triggers).where(eq(triggers.workspace_id, workspace.id));
      const enabled = rows.filter((row) => row.enabled).length;
      return { counted: workspace.trigger_count, enabled, rows };
    },

    /** Puts a delivery of a trigger's first action beside those that firing makes. */
    async storeDelivery(trigger_id: string, more: Partial<typeof deliveries.$inferInsert> = {}) {
      const [trigger] = await db.select().from(triggers).where(eq(triggers.id, trigger_id));
      const action = trigger?.actions[0];
      if (!trigger || !action) throw new Error(`there is no ${trigger_id}`);
      const id = newId("delivery");
      await db.insert(deliveries).values({
        id,
        workspace_id: trigger.workspace_id,
        trigger_id,
        action_id: action.id,
        type: action.type,
        event_seq: 1,
        event_type: "item.low_stock",
        subject_type: "item",
        subject_id: "item_1",
        subject_name: "Coffee",
        status: "failed",
        attempts: 8,
        attempts_left: 0,
        url: action.type === "webhook" ? action.url : null,
        request_body: "{}",
        created_at: trigger.created_at,
        ...more,
      });
      return id;
    },
  };
}

/** Status, code and the first field that is at fault. */
export const refusal = ({ status, body }: Answer) => [status, body.code, body.errors?.[0]?.pointer];
