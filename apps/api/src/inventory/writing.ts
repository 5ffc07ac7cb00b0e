import type { Bin } from "@stowage/contract/bins";
import { parseCode } from "@stowage/contract/codes";
import type { Item } from "@stowage/contract/items";
import type { Location } from "@stowage/contract/locations";
import type { Project } from "@stowage/contract/projects";
import type { Task } from "@stowage/contract/tasks";
import type { Transaction } from "@stowage/db/prepared";
import { instantNow } from "../deps.ts";
import {
  type Cause,
  type EventSource,
  type NewEvent,
  type NumberedEvent,
  type SystemSource,
  tellOfEvents,
  writeEvents,
} from "../events.ts";
import type { ServerCaller } from "../gate/caller.ts";
import { notFound } from "../problems.ts";
import type { ScopedContext } from "../trpc/context.ts";
import { BinContents } from "./bins/bin-contents.ts";
import { LabelPool } from "./codes/label-pool.ts";
import { DryRun } from "./dry-run.ts";
import { settleRestockTasks } from "./projects/settle-restock-tasks.ts";
import { allAnswered } from "./rows/all-answered.ts";
import { clashOf, isTakenCode } from "./rows/clash-of.ts";
import { ExternalIds } from "./rows/external-ids.ts";
import {
  binRows,
  codeTargets,
  itemRows,
  locationRows,
  projectRows,
  type ReservationRow,
  reservationRows,
  taskRows,
  wholeTree,
} from "./rows/load-rows.ts";
import { type Rewind, Rows } from "./rows/rows.ts";
import { travelling } from "./rows/trips.ts";
import { inBatches, removeRows, type WorkspaceRow, writeRows } from "./rows/write-rows.ts";

/** Whoever calls and writes: a verb's context, or as much of one. */
export type Writer = Pick<ScopedContext, "db" | "deps" | "call" | "caller" | "workspace_id" | "reach">;

/** The server, which writes what a trigger says. */
export interface ServerWriter extends Omit<Writer, "call" | "caller"> {
  caller: ServerCaller;
  cause: Cause;
}

/**
 * One transaction's work on the things of a workspace. It is the workspace's only writer while it lasts (ADR 0016), so
 * what it has read stays true: rules run on rows in memory, and all that changed is written at the end, with its events,
 * in a handful of statements however much it is.
 */
export class Writing<By extends Writer | ServerWriter = Writer | ServerWriter> {
  readonly tx: Transaction;
  readonly by: By;
  /** RFC 3339; the moment of everything that is written. */
  readonly at: string;
  readonly locations: Rows<Location>;
  readonly bins: Rows<Bin>;
  readonly items: Rows<Item>;
  readonly projects: Rows<Project>;
  readonly reservations: Rows<ReservationRow>;
  readonly tasks: Rows<Task>;
  readonly labels: LabelPool;
  readonly externalIds: ExternalIds;
  readonly binContents: BinContents;
  readonly #events: NumberedEvent[] = [];
  readonly #journal: Rewind[] = [];
  readonly #meanwhile: (() => Promise<unknown>)[] = [];
  readonly #binIdOfCode = new Map<string, string | null>();
  #workspace: WorkspaceRow;
  #hasTree = false;
  #told: Record<string, unknown> | null = null;

  constructor(tx: Transaction, by: By, workspace: WorkspaceRow) {
    this.tx = tx;
    this.by = by;
    this.at = instantNow(by.deps);
    this.#workspace = workspace;
    const { reach } = by;
    const journal = (rewind: Rewind) => void this.#journal.push(rewind);
    const rowsOf = <Kind extends Location | Bin | Item | Project | ReservationRow | Task>(
      load: (tx: Transaction, reach: Writer["reach"], ids: readonly string[]) => Promise<Kind[]>,
    ) => new Rows<Kind>({ load: (ids) => load(tx, reach, ids), journal });
    this.locations = rowsOf(locationRows);
    this.bins = rowsOf(binRows);
    this.items = rowsOf(itemRows);
    this.projects = rowsOf(projectRows);
    this.reservations = rowsOf(reservationRows);
    this.tasks = rowsOf(taskRows);
    this.labels = new LabelPool(tx, by.caller.organization.id, this.at, journal);
    this.externalIds = new ExternalIds(tx, by.workspace_id, journal);
    this.binContents = new BinContents(tx, by.workspace_id, this.items);
  }

  /** What the workspace holds, the trash left out. */
  get counts(): Readonly<Pick<WorkspaceRow, "item_count" | "bin_count" | "location_count">> {
    return this.#workspace;
  }

  /** @throws not_found  it is not there for the caller, or in the trash */
  async item(id: string): Promise<Item> {
    const item = await this.items.get(id);
    if (!item || item.deleted_at !== null) throw notFound("item", id);
    return item;
  }

  /**
   * @param ref  an id, or the code on a label
   * @throws not_found  it is not there for the caller, or in the trash
   */
  async bin(ref: string): Promise<Bin> {
    const bin = await this.binOrTrashed(ref);
    if (bin.deleted_at !== null) throw notFound("bin", ref);
    return bin;
  }

  /** @throws not_found */
  async binOrTrashed(ref: string): Promise<Bin> {
    const bin = await this.findBin(ref);
    if (!bin) throw notFound("bin", ref);
    return bin;
  }

  /** Kept or in the trash; null if it is not there for the caller. */
  async findBin(ref: string): Promise<Bin | null> {
    await this.fetchBins([ref]);
    const id = this.#binIdOf(ref);
    return id === null ? null : this.bins.get(id);
  }

  /** @throws not_found */
  async location(id: string): Promise<Location> {
    const location = await this.locations.get(id);
    if (!location) throw notFound("location", id);
    return location;
  }

  /** Reads bins ahead, by id or code, in one query for all. */
  async fetchBins(refs: Iterable<string>): Promise<void> {
    const named = [...new Set(refs)];
    const codes = named.flatMap((ref) => parseCode(ref) ?? []).filter((code) => !this.#binIdOfCode.has(code));
    if (codes.length > 0) {
      const found = await codeTargets(this.tx, this.by.caller.organization.id, "bin", codes);
      for (const code of codes) this.#binIdOfCode.set(code, found.get(code) ?? null);
    }
    await this.bins.fetch(named.map((ref) => this.#binIdOf(ref)).filter((id) => id !== null));
  }

  /** Notes that a bin has a label from here on, so that it is found by its code before that is written. */
  label(bin_id: string, code: string): void {
    const before = this.#binIdOfCode.get(code);
    this.#binIdOfCode.set(code, bin_id);
    this.#journal.push(() => {
      if (before === undefined) this.#binIdOfCode.delete(code);
      else this.#binIdOfCode.set(code, before);
    });
  }

  /** All places, whether the caller can reach them or not: a tree has rules that concern more than is seen. */
  async tree(): Promise<Location[]> {
    if (!this.#hasTree)
      for (const location of await wholeTree(this.tx, this.by.workspace_id))
        this.locations.learn(location, { isReached: false });
    this.#hasTree = true;
    return [...this.locations.known()];
  }

  /** Counts a thing in (1) or out (-1). */
  count(noun: "item" | "bin" | "location", by: 1 | -1): void {
    const before = this.#workspace;
    this.#workspace = { ...before, [`${noun}_count`]: before[`${noun}_count`] + by };
    this.#journal.push(() => {
      this.#workspace = { ...this.#workspace, [`${noun}_count`]: before[`${noun}_count`] };
    });
  }

  /**
   * Notes what happened; it is written with the rest.
   * @returns the event's `seq`
   */
  record(event: NewEvent): number {
    const seq = this.#workspace.revision + 1;
    this.#workspace = { ...this.#workspace, revision: seq };
    this.#events.push({ ...event, seq, ...(this.#told && { data: { ...event.data, ...this.#told } }) });
    this.#journal.push(() => {
      this.#events.pop();
      this.#workspace = { ...this.#workspace, revision: seq - 1 };
    });
    return seq;
  }

  /** Says more in the `data` of every event that `work` records. */
  async telling<Result>(data: Record<string, unknown>, work: () => Promise<Result>): Promise<Result> {
    const before = this.#told;
    this.#told = { ...before, ...data };
    try {
      return await work();
    } finally {
      this.#told = before;
    }
  }

  /** The `seq` of the next event. */
  get nextSeq(): number {
    return this.#workspace.revision + 1;
  }

  /** Runs statements of its own once the rows are written and before others are removed, in the same transaction. */
  meanwhile(work: () => Promise<unknown>): void {
    this.#meanwhile.push(work);
    this.#journal.push(() => void this.#meanwhile.pop());
  }

  /** Does something whole or not at all: what it changed in memory before it threw is taken back. */
  async attempt<Result>(work: () => Promise<Result>): Promise<Result> {
    const mark = this.#journal.length;
    try {
      return await work();
    } catch (thrown) {
      while (this.#journal.length > mark) this.#journal.pop()?.();
      throw thrown;
    }
  }

  /** The workspace as this transaction leaves it. */
  get workspace(): WorkspaceRow {
    return this.#workspace;
  }

  /** Sends everything. Statements go out one behind the other without waiting, since their order is kept. */
  async flush(): Promise<{ answered: Promise<unknown> }> {
    if (this.#journal.length === 0) return { answered: this.labels.write() }; // those that were taken for what failed
    const { tx, by } = this;
    await settleRestockTasks(this);
    const statements: Promise<unknown>[] = [];
    await writeRows(this, statements);
    if (this.#meanwhile.length > 0) {
      await allAnswered(statements.splice(0));
      await allAnswered(this.#meanwhile.map((work) => work()));
    }
    statements.push(...removeRows(this));
    const source = sourceOf(by);
    await inBatches(statements, this.#events, (some) => writeEvents(tx, source, some));
    const answered = allAnswered([
      ...statements,
      tellOfEvents(tx, by, { trigger_count: this.#workspace.trigger_count, events: this.#events }),
    ]);
    return { answered };
  }

  #binIdOf(ref: string): string | null {
    const code = parseCode(ref);
    return code === null ? ref : (this.#binIdOfCode.get(code) ?? null);
  }
}

function sourceOf(by: Writer | ServerWriter): EventSource | SystemSource {
  return "call" in by ? by : { deps: by.deps, workspace_id: by.workspace_id, cause: by.cause };
}

/** A billion codes an organization: five draws fail together only when nearly all are taken. */
const CODE_TRIES = 5;

/**
 * Writes to the things of the caller's workspace: one writer at a time, all or nothing, with the events. A dry run does
 * the same in memory and writes none of it. What `work` gives is kept in the same transaction as the answer to the call,
 * should that be repeated: let it be the whole answer.
 * `work` may be done more than once, so all that it changes goes by `writing`.
 * @throws conflict  beside what `work` throws: an id is taken by something that the caller cannot know of
 */
export async function writing<Result, By extends Writer | ServerWriter>(
  by: By,
  work: (writing: Writing<By>) => Promise<Result>,
  { dry_run = false }: { dry_run?: boolean } = {},
): Promise<Result> {
  for (let tries = 1; ; tries++)
    try {
      const result = await travelling<Result>(by, async (tx, locked) => {
        const begun = new Writing(tx, by, await locked);
        const done = await work(begun);
        if (dry_run) throw new DryRun(done);
        const { answered } = await begun.flush();
        const kept = "call" in by ? by.call.keepAnswer?.(tx, done) : undefined;
        const { workspace, at } = begun;
        return { result: done, workspace, at, answered: allAnswered([answered, kept]) };
      });
      by.deps.revisions.forget(by.workspace_id);
      return result;
    } catch (thrown) {
      if (thrown instanceof DryRun) return thrown.result;
      if (!isTakenCode(thrown) || tries === CODE_TRIES) throw clashOf(thrown) ?? thrown;
    }
}
