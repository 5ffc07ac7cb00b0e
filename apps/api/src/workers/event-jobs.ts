import type { Job } from "@stowage/db/jobs";
import type { Transaction } from "@stowage/db/prepared";
import { workspaces } from "@stowage/db/schema/identity";
import { eq } from "drizzle-orm";
import type { Deps } from "../deps.ts";
import { isForPeople } from "../notices/for-people.ts";
import { tellPeople } from "../notices/tell-people.ts";
import { fireTriggers } from "../rules/firing.ts";
import { eventsBetween } from "../rules/recent-events.ts";

/** Jobs are announced; this is for announcements that were missed, and for what was put off. */
const LOOK_EVERY_MS = 2_000;
/** Jobs that one transaction does. */
const JOBS_AT_ONCE = 20;
/** Events that one job looks at; a longer range goes on as a job of its own. */
const EVENTS_AT_ONCE = 500;

/**
 * Tells triggers and people what happened. A job is taken off the queue in the transaction that writes what follows from
 * it, so whatever dies at whatever moment, each event has its effects once. Any number of servers may work on it.
 */
export class EventJobs {
  readonly #deps: Deps;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> | null = null;
  #again = false;
  #isClosing = false;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#timer = setInterval(() => this.kick(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  /** There may be something to tell. */
  kick(): void {
    void this.#deps.background.run("events", () => this.tellDue());
  }

  /** Tells all that is there; concurrent callers share one run. */
  async tellDue(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#tellAll().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#isClosing = true;
    await this.#deps.background.run("events", async () => this.#running);
  }

  async #tellAll(): Promise<void> {
    while (this.#again && !this.#isClosing) {
      this.#again = false;
      while (!this.#isClosing && (await this.#tellSome())) {}
    }
  }

  /** @returns whether there may be more */
  async #tellSome(): Promise<boolean> {
    try {
      return await this.#tell(JOBS_AT_ONCE);
    } catch (error) {
      // One of them cannot be told: each alone, and that one later.
      this.#deps.log.warn({ err: error }, "events could not be told at once");
      return this.#tellOneByOne();
    }
  }

  async #tellOneByOne(): Promise<boolean> {
    for (let left = JOBS_AT_ONCE; left > 0; left--) {
      let taken: Job<"events">[] = [];
      try {
        const isMore = await this.#tell(1, (jobs) => {
          taken = jobs;
        });
        if (!isMore) return false;
      } catch (error) {
        if (taken.length === 0) throw error; // the database, not the job
        this.#deps.log.error({ err: error, job: taken[0]?.data }, "an event could not be told");
        await this.#deps.jobs.putOff(
          "events",
          taken.map(({ id }) => id),
        );
      }
    }
    return true;
  }

  #tell(count: number, onTaken: (jobs: Job<"events">[]) => void = () => {}): Promise<boolean> {
    const { database, jobs } = this.#deps;
    return database.db.transaction(async (tx) => {
      const taken = await jobs.take(tx, "events", count);
      onTaken(taken);
      for (const { data } of taken.toSorted(byWorkspaceAndTime)) await tellOf(tx, this.#deps, data);
      await jobs.remove(
        tx,
        "events",
        taken.map(({ id }) => id),
      );
      return taken.length === count;
    });
  }
}

/** As things happened; and workspaces in one order, so that two servers do not wait for each other's triggers in a circle. */
function byWorkspaceAndTime({ data: one }: Job<"events">, { data: other }: Job<"events">): number {
  if (one.workspace_id !== other.workspace_id) return one.workspace_id < other.workspace_id ? -1 : 1;
  return one.first_seq - other.first_seq;
}

async function tellOf(tx: Transaction, deps: Deps, range: Job<"events">["data"]): Promise<void> {
  const { workspace_id, first_seq, last_seq } = range;
  const [workspace] = await tx
    .select({
      id: workspaces.id,
      organization_id: workspaces.organization_id,
      environment: workspaces.environment,
      trigger_count: workspaces.trigger_count,
    })
    .from(workspaces)
    .where(eq(workspaces.id, workspace_id));
  if (!workspace) return;
  const end = Math.min(last_seq, first_seq + EVENTS_AT_ONCE - 1);
  const events = await eventsBetween(tx, workspace_id, { first_seq, last_seq: end });
  if (workspace.trigger_count > 0) await fireTriggers(tx, deps, workspace, events);
  await tellPeople(tx, deps, { workspace, events: events.filter(isForPeople) });
  if (end < last_seq) await deps.jobs.add(tx, [{ queue: "events", data: { ...range, first_seq: end + 1 } }]);
}
