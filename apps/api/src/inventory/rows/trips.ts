import { beginTransaction, type OpenTransaction } from "@stowage/db/begin-transaction";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import type { Deps } from "../../deps.ts";
import type { WorkspaceId } from "../../gate/caller.ts";
import { allAnswered } from "./all-answered.ts";
import { inTurn } from "./turns.ts";
import { lockWorkspace, type WorkspaceRow, writeWorkspace } from "./write-rows.ts";

/** Writers that share one transaction at most: the first of them waits for the last. */
const TRAVELLERS_MAX = 32;

/** What one writer leaves behind. */
interface Written<Result> {
  readonly result: Result;
  /** As this writer leaves it, for the next one; the trip writes it down. */
  readonly workspace: WorkspaceRow;
  /** RFC 3339; when it was changed. */
  readonly at: string;
  /** Settles when all of its statements are answered. */
  readonly answered: Promise<unknown>;
}

/**
 * One writer's work in a transaction that others may share, with the workspace's row, which may still be being locked. It
 * touches nothing outside of the transaction, since it may have to be done once more.
 */
type Work<Result> = (tx: Transaction, locked: Promise<WorkspaceRow>) => Promise<Written<Result>>;

interface Traveller {
  readonly work: Work<unknown>;
  readonly arrive: (result: unknown) => void;
  readonly fail: (reason: unknown) => void;
}

const gathering = new WeakMap<Deps, Map<string, Traveller[]>>();

/**
 * Does work as the only writer of a workspace. Those who come while another is at it wait, and then go together, in one
 * transaction and in the order they came: a commit waits for the disk, and one for many is what makes a busy workspace
 * fast. Each has a mark of its own to go back to, so that one that fails takes back its own work alone; all are told of
 * their success once all of it is on the disk (ADR 0023).
 */
export function travelling<Result>(
  { deps, db, workspace_id }: { deps: Deps; db: Db; workspace_id: WorkspaceId },
  work: Work<Result>,
): Promise<Result> {
  const groups = gathering.get(deps) ?? new Map<string, Traveller[]>();
  gathering.set(deps, groups);
  return new Promise<Result>((resolve, reject) => {
    const traveller: Traveller = { work, arrive: (result) => resolve(result as Result), fail: reject };
    const group = groups.get(workspace_id);
    if (group && group.length < TRAVELLERS_MAX) {
      group.push(traveller);
      return;
    }
    const mine = [traveller];
    groups.set(workspace_id, mine);
    const close = () => {
      if (groups.get(workspace_id) === mine) groups.delete(workspace_id);
    };
    const trip = new Trip(db, workspace_id);
    inTurn(deps, workspace_id, () => trip.take(mine, close)).catch((error) => {
      close();
      for (const { fail } of mine) fail(error); // whom the trip has not told
    });
  });
}

type Owed = Pick<Written<unknown>, "workspace" | "at">;

/** A writer whose statements are on their way. */
interface UnderWay {
  readonly traveller: Traveller;
  readonly result: unknown;
  readonly answered: Promise<unknown>;
  /** The workspace before it. */
  readonly before: Promise<WorkspaceRow>;
  /** What of it was to be written yet. */
  readonly owed: Owed | null;
  readonly takeBack: (() => Promise<unknown>) | null;
}

/** One transaction of one or more writers. While PostgreSQL does the work of one, the next one's rules run here. */
class Trip {
  readonly #db: Db;
  readonly #workspaceId: WorkspaceId;
  #transaction: OpenTransaction | null = null;
  #workspace: Promise<WorkspaceRow> | null = null;
  /** The workspace as it is to be written yet; null when it stands so. */
  #owed: Owed | null = null;
  #last: UnderWay | null = null;
  #arrived: UnderWay[] = [];

  constructor(db: Db, workspaceId: WorkspaceId) {
    this.#db = db;
    this.#workspaceId = workspaceId;
  }

  /** @param group  grows until it is closed */
  async take(group: Traveller[], close: () => void): Promise<void> {
    for (let at = 0; at < group.length || !(await this.#isSettled()) || at < group.length; ) {
      const traveller = group[at];
      if (!traveller) continue; // the last one failed; now all are settled
      at += 1;
      const next = at;
      await this.#board(traveller, () => next < group.length);
    }
    close();
    await this.#commit();
  }

  async #board(traveller: Traveller, hasCompany: () => boolean): Promise<void> {
    try {
      const { transaction, before } = await this.#begun();
      const takeBack = hasCompany() || this.#last || this.#arrived.length > 0 ? transaction.mark() : null;
      const written = await traveller.work(transaction.tx, before).then(
        (done) => done,
        (reason) => ({ reason }),
      );
      if ("answered" in written) written.answered.catch(() => {}); // looked at when its turn comes
      if (!(await this.#isSettled())) return this.#board(traveller, hasCompany); // on what the last one did not do
      if ("reason" in written) {
        traveller.fail(written.reason);
        await this.#undo(takeBack);
        return;
      }
      this.#workspace = Promise.resolve(written.workspace);
      const owed = this.#owed;
      if (written.workspace !== (await before)) this.#owed = written;
      const counted = hasCompany() ? null : this.#writeWorkspace(transaction);
      const answered = allAnswered([written.answered, counted]);
      answered.catch(() => {}); // looked at when the next one has been sent
      this.#last = { traveller, result: written.result, answered, before, owed, takeBack };
    } catch (reason) {
      traveller.fail(reason);
      await this.#lose(reason);
    }
  }

  /** The workspace's row is written once for all who are there, and not for each: it is the busiest row of all. */
  async #writeWorkspace({ tx }: OpenTransaction): Promise<void> {
    const owed = this.#owed;
    this.#owed = null;
    if (owed) await writeWorkspace(tx, owed.workspace, owed.at);
  }

  async #begun(): Promise<{ transaction: OpenTransaction; before: Promise<WorkspaceRow> }> {
    this.#transaction ??= await beginTransaction(this.#db);
    this.#workspace ??= lockWorkspace(this.#transaction.tx, this.#workspaceId);
    this.#workspace.catch(() => {}); // the traveller meets it
    return { transaction: this.#transaction, before: this.#workspace };
  }

  /** Whether all that is under way has succeeded; what has not is taken back and told, and what came after it is void. */
  async #isSettled(): Promise<boolean> {
    const last = this.#last;
    if (!last) return true;
    this.#last = null;
    try {
      await last.answered;
      this.#arrived.push(last);
      return true;
    } catch (reason) {
      last.traveller.fail(reason);
      this.#workspace = last.before;
      this.#owed = last.owed;
      await this.#undo(last.takeBack);
      return false;
    }
  }

  async #undo(takeBack: (() => Promise<unknown>) | null): Promise<void> {
    if (takeBack) await takeBack();
    else await this.#end();
  }

  /** What was done on the connection is lost, as a rule with the connection itself. */
  async #lose(reason: unknown): Promise<void> {
    for (const { traveller } of [...this.#arrived, ...(this.#last ? [this.#last] : [])])
      traveller.fail(reason);
    await this.#end();
  }

  async #end(): Promise<void> {
    await this.#transaction?.rollback();
    this.#transaction = null;
    this.#workspace = null;
    this.#owed = null;
    this.#last = null;
    this.#arrived = [];
  }

  async #commit(): Promise<void> {
    try {
      if (this.#transaction) await this.#writeWorkspace(this.#transaction);
      await this.#transaction?.commit();
      for (const { traveller, result } of this.#arrived) traveller.arrive(result);
    } catch (reason) {
      await this.#lose(reason);
    }
  }
}
