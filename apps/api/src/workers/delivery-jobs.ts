import { isDatabaseUnavailable } from "@stowage/db/unavailable";
import { type ClaimedAttempt, claimAttempt, giveBack } from "../deliveries/claim-attempt.ts";
import { DeliveryLanes, type Pace } from "../deliveries/delivery-lanes.ts";
import { type DeliveryJob, lookUpDue, type Settling, settle } from "../deliveries/due-deliveries.ts";
import { noteAttempt } from "../deliveries/note-attempt.ts";
import type { Deps } from "../deps.ts";
import { giveUpTask, makeTask } from "../rules/make-task.ts";
import { sendWebhook, type WebhookDeps } from "../webhooks/send-webhook.ts";

/** Jobs are done as soon as they are announced; this is for those whose time comes, and for announcements that were missed. */
const LOOK_EVERY_MS = 1_000;
/** While more is due than has a place: often enough that hosts that answer are never idle. */
const LOOK_AGAIN_MS = 50;
const JOBS_AT_ONCE = 100;
/** How long a job may wait in memory: with an attempt behind it, it is still ours by then. */
const WAITED_MS_MAX = 8_000;
/** How long an attempt that is under way may take once we are told to stop. */
const DRAIN_MS = 3_000;

interface Taken {
  kind: "webhook" | "task";
  job: DeliveryJob;
  takenAt: number;
}

/**
 * Carries out what triggers want done. Any number of servers may work on it: each attempt is begun by one, and repeated by
 * another if that one dies. Which may begin, `DeliveryLanes` says; the rest waits in the database.
 */
export class DeliveryJobs {
  readonly #deps: Deps & WebhookDeps;
  readonly #cutOff = new AbortController();
  readonly #lanes = new DeliveryLanes<Taken>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #timers = new Set<NodeJS.Timeout>();
  #every: NodeJS.Timeout | null = null;
  #isLookingSoon = false;
  #isFull = false;
  #running: Promise<void> | null = null;
  #again = false;
  #isClosing = false;

  /** @param deps  with another timeout or look-up of names than the system's, if need be */
  constructor(deps: Deps & WebhookDeps) {
    this.#deps = deps;
  }

  /** Does from here on what becomes due, announced or not. */
  begin(): void {
    this.#every ??= setInterval(() => this.kick(), LOOK_EVERY_MS);
    this.#every.unref();
    this.kick();
  }

  /** There may be something to do. */
  kick(): void {
    if (!this.#isClosing) void this.#deps.background.run("deliveries", () => this.look());
  }

  /** Begins what is due and has a place; concurrent callers share one run. */
  async look(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#lookAll().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  /** Finishes what is under way; what takes too long goes back uncounted, for whichever server runs next. */
  async close(): Promise<void> {
    this.#isClosing = true;
    if (this.#every) clearInterval(this.#every);
    for (const timer of this.#timers) clearTimeout(timer);
    const cutOff = setTimeout(() => this.#cutOff.abort(), DRAIN_MS);
    await this.#deps.background.run("deliveries", async () => {
      await this.#running;
      await settle(this.#deps, { again: this.#lanes.clear().map(({ job }) => ({ job, again_ms: 0 })) });
    });
    await Promise.all(this.#underWay);
    clearTimeout(cutOff);
  }

  async #lookAll(): Promise<void> {
    try {
      while (this.#again && !this.#isClosing) {
        this.#again = false;
        await this.#takeAll();
      }
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error; // it says so itself, and is asked again
    }
    if (this.#lanes.hasLine) this.#lookSoon();
  }

  async #takeAll(): Promise<void> {
    const { database, jobs } = this.#deps;
    while (!this.#isClosing) {
      this.#isFull = !this.#lanes.hasRoom;
      if (this.#isFull) return;
      const taken = await jobs.take(database.db, "deliveries", JOBS_AT_ONCE);
      if (taken.length === 0) return;
      await this.#place(taken);
    }
  }

  async #place(jobs: readonly DeliveryJob[]): Promise<void> {
    const settling: Settling = { over: [], off: [], lost: [], again: [] };
    const takenAt = performance.now();
    const dues = await lookUpDue(this.#deps, jobs);
    for (const [place, job] of jobs.entries()) {
      const due = dues[place] ?? { kind: "over" };
      if ("lane" in due) {
        const taken: Taken = { kind: due.kind, job, takenAt };
        const placing = this.#lanes.place(due.lane, taken);
        if (placing === "begin") this.#begin(due.lane, taken);
        else if (placing !== "wait") settling.again.push({ job, ...placing });
      } else settling[due.kind].push(job);
    }
    await settle(this.#deps, settling);
  }

  #begin(lane: string, taken: Taken): void {
    const ended = this.#lanes.begin(lane);
    const running = this.#deps.background
      .run("delivery", () => this.#carryOut(taken, ended))
      .finally(() => {
        this.#underWay.delete(running);
      });
    this.#underWay.add(running);
  }

  async #carryOut(
    { kind, job, takenAt }: Taken,
    ended: ReturnType<DeliveryLanes<Taken>["begin"]>,
  ): Promise<void> {
    let pace: Pace | null = null;
    try {
      if (performance.now() - takenAt > WAITED_MS_MAX) await this.#putOff(job, 0);
      else pace = kind === "webhook" ? await this.#deliver(job) : await this.#makeTask(job);
    } finally {
      const lost = ended(pace);
      this.#beginNext();
      await settle(this.#deps, { again: lost.map(({ job: { job }, again_ms }) => ({ job, again_ms })) });
    }
  }

  /** Fills the places that have become free. */
  #beginNext(): void {
    if (this.#isClosing) return;
    for (let next = this.#lanes.next(); next; next = this.#lanes.next()) this.#begin(next.host, next.job);
    if (this.#isFull && this.#lanes.hasRoom) this.kick();
  }

  /** @returns what it says of the host, if anything */
  async #deliver(job: DeliveryJob): Promise<Pace | null> {
    const claimed = await claimAttempt(this.#deps, job);
    const sent = claimed && (await this.#send(claimed));
    if (!claimed || !sent) {
      await (claimed ? giveBack(this.#deps, claimed) : this.#putOff(job, LOOK_EVERY_MS));
      return null;
    }
    const next_in_ms = await noteAttempt(this.#deps, claimed, sent);
    if (next_in_ms !== null && next_in_ms < LOOK_EVERY_MS) this.#lookIn(next_in_ms);
    const { response_ms: ms, response_status } = sent;
    return ms === null ? null : { ms, isAnswered: response_status !== null };
  }

  /** Null when we were told to stop before the receiver answered. */
  async #send({ action, delivery_id, body, environment, test_webhook_hosts }: ClaimedAttempt) {
    const { signal } = this.#cutOff;
    const outgoing = { action, delivery_id, body, environment, test_webhook_hosts };
    try {
      return await sendWebhook(this.#deps, outgoing, signal);
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
  }

  async #makeTask({ id, data }: DeliveryJob): Promise<Pace> {
    const begun = performance.now();
    const named = { delivery_id: data.delivery_id, job_id: id };
    try {
      await makeTask(this.#deps, named);
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      this.#deps.log.error({ err: error, delivery: data.delivery_id }, "a trigger's task could not be made");
      await giveUpTask(this.#deps, named);
    }
    return { ms: performance.now() - begun, isAnswered: true };
  }

  #putOff(job: DeliveryJob, again_ms: number): Promise<void> {
    return settle(this.#deps, { again: [{ job, again_ms }] });
  }

  #lookSoon(): void {
    if (this.#isLookingSoon) return;
    this.#isLookingSoon = true;
    this.#lookIn(LOOK_AGAIN_MS);
  }

  #lookIn(ms: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#isLookingSoon = false;
      this.kick();
    }, ms);
    timer.unref();
    if (this.#isClosing) clearTimeout(timer);
    else this.#timers.add(timer);
  }
}
