import type { Environment } from "@stowage/contract/environments";
import { DELIVERY_ATTEMPTS_MAX, TRIGGER_DEPTH_MAX } from "@stowage/contract/limits";
import type { CreateTaskAction } from "@stowage/contract/triggers";
import { globMatches } from "@stowage/contract/triggers";
import type { NewJob } from "@stowage/db/jobs";
import { newId } from "@stowage/db/new-id";
import type { Transaction } from "@stowage/db/prepared";
import { deliveries, triggers } from "@stowage/db/schema/triggers";
import { and, eq } from "drizzle-orm";
import type { Deps } from "../deps.ts";
import { hold } from "./conditions.ts";
import { type Facts, factsOf, type StoredEvent } from "./facts.ts";
import { renderedBlock, renderedLine } from "./templates.ts";
import { webhookBody } from "./webhook-body.ts";

export interface RuledWorkspace {
  id: string;
  organization_id: string;
  environment: Environment;
}

type StoredTrigger = typeof triggers.$inferSelect;
type NewDelivery = typeof deliveries.$inferInsert;

/** What a task that a trigger makes is to say; kept with its delivery. */
export interface TaskText {
  title: string;
  description: string;
}

/**
 * Has a workspace's triggers hear of events: each that fires leaves a delivery for each of its actions, and the job that
 * carries it out, in the transaction that takes the events off the queue. Triggers are locked meanwhile, so that
 * `throttle_seconds` holds however many servers are at work.
 */
export async function fireTriggers(
  tx: Transaction,
  deps: Pick<Deps, "jobs" | "now">,
  workspace: RuledWorkspace,
  events: readonly StoredEvent[],
): Promise<void> {
  const heard = events.filter(({ trigger_depth }) => trigger_depth < TRIGGER_DEPTH_MAX);
  if (heard.length === 0) return;
  const listening = await tx
    .select()
    .from(triggers)
    .where(and(eq(triggers.workspace_id, workspace.id), eq(triggers.enabled, true)))
    .orderBy(triggers.id)
    .for("no key update");
  const concerned = heard.filter((event) => listening.some((trigger) => listensTo(trigger, event)));
  if (concerned.length === 0) return;
  const firing = new Firing(workspace, deps.now());
  for (const facts of await factsOf(tx, workspace.id, concerned))
    for (const trigger of listening) {
      if (!listensTo(trigger, facts.event) || !hold(trigger.conditions, facts)) continue;
      firing.fire(trigger, facts);
      if (firing.isMuch) await firing.writeDeliveries(tx, deps);
    }
  await firing.writeDeliveries(tx, deps);
  await firing.writeTallies(tx);
}

function listensTo({ event_types, after_seq }: StoredTrigger, { type, seq }: StoredEvent): boolean {
  return seq > after_seq && event_types.some((glob) => globMatches(glob, type));
}

type Tally = Pick<StoredTrigger, "fired_count" | "last_fired_at" | "passed_over">;

/** What some events set off, until it is written. */
class Firing {
  readonly #workspace: RuledWorkspace;
  readonly #nowMs: number;
  readonly #at: string;
  readonly #tallies = new Map<string, Tally>();
  #deliveries: NewDelivery[] = [];
  #held = 0;

  constructor(workspace: RuledWorkspace, nowMs: number) {
    this.#workspace = workspace;
    this.#nowMs = nowMs;
    this.#at = new Date(nowMs).toISOString();
  }

  fire(trigger: StoredTrigger, facts: Facts): void {
    const tally = this.#tallies.get(trigger.id) ?? trigger;
    if (this.#rests(trigger, tally)) {
      this.#tallies.set(trigger.id, { ...tally, passed_over: tally.passed_over + 1 });
      return;
    }
    const { event } = facts;
    const posted = trigger.actions.some(({ type }) => type === "webhook")
      ? JSON.stringify(this.#webhookBody(trigger, tally, facts))
      : "";
    this.#held += posted.length;
    for (const action of trigger.actions) {
      this.#deliveries.push({
        id: newId("delivery"),
        workspace_id: this.#workspace.id,
        trigger_id: trigger.id,
        action_id: action.id,
        type: action.type,
        event_seq: event.seq,
        event_type: event.type,
        subject_type: event.subject_type,
        subject_id: event.subject_id,
        subject_name: event.subject_name,
        status: "pending",
        attempts_left: DELIVERY_ATTEMPTS_MAX,
        url: action.type === "webhook" ? action.url : null,
        request_body: action.type === "webhook" ? posted : JSON.stringify(taskText(action, facts)),
        next_attempt_at: this.#at,
        created_at: this.#at,
      });
    }
    const fired_count = tally.fired_count + 1;
    this.#tallies.set(trigger.id, { fired_count, last_fired_at: this.#at, passed_over: 0 });
  }

  /** So much that it had better be written before there is more. */
  get isMuch(): boolean {
    return this.#held > HELD_MAX || this.#deliveries.length >= ROWS_A_STATEMENT;
  }

  async writeDeliveries(tx: Transaction, { jobs }: Pick<Deps, "jobs">): Promise<void> {
    const written = this.#deliveries;
    this.#deliveries = [];
    this.#held = 0;
    if (written.length === 0) return;
    await tx.insert(deliveries).values(written);
    await jobs.add(tx, written.map(firstAttempt));
  }

  async writeTallies(tx: Transaction): Promise<void> {
    for (const [id, { fired_count, last_fired_at, passed_over }] of this.#tallies)
      await tx
        .update(triggers)
        .set({ fired_count, last_fired_at, passed_over })
        .where(and(eq(triggers.workspace_id, this.#workspace.id), eq(triggers.id, id)));
  }

  #rests({ throttle_seconds }: StoredTrigger, { last_fired_at }: Tally): boolean {
    if (throttle_seconds === 0 || last_fired_at === null) return false;
    return this.#nowMs < Date.parse(last_fired_at) + throttle_seconds * 1_000;
  }

  #webhookBody(trigger: StoredTrigger, { passed_over }: Tally, facts: Facts) {
    const { organization_id, environment } = this.#workspace;
    return webhookBody({ facts, trigger, organization_id, environment, passed_over, test: false });
  }
}

/** PostgreSQL takes 65,535 parameters a statement, and a delivery has some twenty; one event adds a few rows at most. */
const ROWS_A_STATEMENT = 1_000;
/** Characters of bodies in memory. */
const HELD_MAX = 4 * 1_048_576;

const firstAttempt = ({ id }: NewDelivery): NewJob<"deliveries"> => ({
  queue: "deliveries",
  data: { delivery_id: id, attempt: 0 },
});

/** What a task says, as its templates have it for an event. */
export function taskText(
  { title_template, description_template }: Pick<CreateTaskAction, "title_template" | "description_template">,
  facts: Facts,
): TaskText {
  return {
    title: renderedLine(title_template, facts, 200) || renderedLine("{{event.subject_name}}", facts, 200),
    description: renderedBlock(description_template, facts, 10_000),
  };
}
