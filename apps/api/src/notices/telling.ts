import type { Environment } from "@stowage/contract/environments";
import { newId } from "@stowage/db/new-id";
import type { Transaction } from "@stowage/db/prepared";
import { notifications } from "@stowage/db/schema/notices";
import { eq } from "drizzle-orm";
import { type Deps, instantNow } from "../deps.ts";
import { enqueueMail } from "../mail/enqueue-mail.ts";
import type { InventoryKind, Many, ToldEvent, Words } from "./inventory-words.ts";
import { type ActiveMember, channelsOf } from "./preferences.ts";
import { alikeBefore, alikeSince, unreadMany } from "./told-alike.ts";

/** So many of a kind are told one by one within ten minutes; those after them become one that counts. */
const ONE_BY_ONE_MAX = 5;
const TOGETHER_MS = 10 * 60_000;
/** PostgreSQL takes 65,535 parameters a statement, and a notification has a dozen. */
const ROWS_A_STATEMENT = 2_000;

export interface ToldWorkspace {
  id: string;
  organization_id: string;
  environment: Environment;
}

export type TellingDeps = Pick<Deps, "config" | "sealer" | "now" | "publicUrl">;

type Subject = Pick<ToldEvent, "type" | "seq" | "subject_type" | "subject_id" | "subject_name">;

/**
 * Tells of one kind of thing. Up to five within ten minutes of the clock are told each by itself. From then on there is one
 * for all of them, which is mailed as it begins and counts on under the bell until it is read: what a bulk, an import or a
 * script in a loop does to hundreds of things is one notification and one mail. What counts is when things happened, so
 * it does not matter in how many parts they are told of, or by which server.
 */
export class Telling {
  readonly #tx: Transaction;
  readonly #deps: TellingDeps;
  readonly #workspace: ToldWorkspace;
  readonly #kind: InventoryKind;
  readonly #rows: (typeof notifications.$inferInsert)[] = [];
  readonly #read = new Map<string, Promise<unknown>>();

  constructor(tx: Transaction, deps: TellingDeps, workspace: ToldWorkspace, kind: InventoryKind) {
    this.#tx = tx;
    this.#deps = deps;
    this.#workspace = workspace;
    this.#kind = kind;
  }

  /** @param events  at least one, oldest first, no thing twice */
  async tell(member: ActiveMember, events: readonly ToldEvent[]): Promise<void> {
    const [first] = events;
    if (!first) return;
    const before = await this.#before(member, first);
    if (before + events.length <= ONE_BY_ONE_MAX)
      for (const event of events) await this.#say(member, event, this.#kind.one(event));
    else if (before <= ONE_BY_ONE_MAX)
      await this.#begin(member, first.seq, channelsOf(member.kinds, this.#kind.kind));
    else await this.#countOn(member, first.seq);
  }

  /** Writes what is told under the bell. */
  async write(): Promise<void> {
    for (let from = 0; from < this.#rows.length; from += ROWS_A_STATEMENT)
      await this.#tx.insert(notifications).values(this.#rows.slice(from, from + ROWS_A_STATEMENT));
  }

  async #begin(member: ActiveMember, seq: number, channels: { app: boolean; mail: boolean }): Promise<void> {
    const { types, manyAre } = this.#kind;
    const many = await this.#many(member, seq);
    const subject_name = manyName(this.#kind, many);
    const subject = {
      type: types[0],
      seq,
      subject_type: manyAre,
      subject_id: this.#workspace.id,
      subject_name,
    };
    await this.#say(member, subject, this.#kind.many(many), channels);
  }

  /** The one that is there takes them in, if nobody has read it; mail was sent as it began. */
  async #countOn(member: ActiveMember, seq: number): Promise<void> {
    const { app } = channelsOf(member.kinds, this.#kind.kind);
    if (!app) return;
    const told = (await this.#unread()).get(member.id);
    if (!told) return this.#begin(member, seq, { app, mail: false });
    const many = await this.#many(member, told.seq);
    const { title, body } = this.#kind.many(many);
    await this.#tx
      .update(notifications)
      .set({ title, body: body(member.timezone), subject_name: manyName(this.#kind, many) })
      .where(eq(notifications.id, told.id));
  }

  async #say(
    member: ActiveMember,
    about: Subject,
    { title, body, path }: Words,
    { app, mail } = channelsOf(member.kinds, this.#kind.kind),
  ): Promise<void> {
    const { type, seq: event_seq, subject_type, subject_id, subject_name } = about;
    const { id: workspace_id, organization_id, environment } = this.#workspace;
    const text = body(member.timezone);
    if (app)
      this.#rows.push({
        ...{ id: newId("notification"), user_id: member.id, organization_id, workspace_id },
        ...{ type, event_seq, subject_type, subject_id, subject_name, title, body: text },
        created_at: instantNow(this.#deps),
      });
    if (!mail || environment === "test") return;
    const origin = this.#deps.publicUrl();
    const settings = `${origin}/settings/notifications`;
    await enqueueMail(this.#tx, this.#deps, {
      to: member.email,
      subject: title,
      text: [
        `Hello ${member.name},`,
        text,
        `See ${origin}${path}`,
        `You are told because you asked for mail about this in ${member.organization_name}; that is changed at ${settings}`,
      ].join("\n\n"),
    });
  }

  /** How many there were before in the same ten minutes. */
  #before(member: ActiveMember, { seq, created_at }: ToldEvent): Promise<number> {
    const at = Date.parse(created_at);
    const since = new Date(at - (at % TOGETHER_MS)).toISOString();
    return this.#once(`before ${seq} ${this.#for(member)}`, () =>
      alikeBefore(this.#tx, { ...this.#alike(member), seq, since, limit: ONE_BY_ONE_MAX + 1 }),
    );
  }

  async #many(member: ActiveMember, seq: number): Promise<Many> {
    const counted = await this.#once(`since ${seq} ${this.#for(member)}`, () =>
      alikeSince(this.#tx, { ...this.#alike(member), seq }),
    );
    return { ...counted, atMs: this.#deps.now() };
  }

  #unread() {
    const { types, manyAre } = this.#kind;
    const since = new Date(this.#deps.now() - 2 * TOGETHER_MS).toISOString();
    return this.#once("unread", () =>
      unreadMany(this.#tx, {
        workspace_id: this.#workspace.id,
        type: types[0],
        subject_type: manyAre,
        since,
      }),
    );
  }

  #alike(member: ActiveMember) {
    const { types } = this.#kind;
    return { workspace_id: this.#workspace.id, types, given_to: this.#for(member) };
  }

  /** Tasks concern the one they are given to; all else is the same for everybody, and read once. */
  #for({ id }: ActiveMember): string | null {
    return this.#kind.kind === "tasks" ? id : null;
  }

  #once<Result>(key: string, read: () => Promise<Result>): Promise<Result> {
    const found = this.#read.get(key) ?? read();
    this.#read.set(key, found);
    return found as Promise<Result>; // a key belongs to one kind of reading
  }
}

function manyName({ manyAre }: InventoryKind, { total }: Many): string {
  return `${total} ${manyAre}`;
}
