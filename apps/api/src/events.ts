import type { Changes, EventType } from "@stowage/contract/events";
import { newId } from "@stowage/db/new-id";
import { executePrepared, type Transaction } from "@stowage/db/prepared";
import { events } from "@stowage/db/schema/events";
import { getTableColumns, sql } from "drizzle-orm";
import { type Deps, instantNow } from "./deps.ts";
import type { Call } from "./gate/call.ts";
import type { KeyCaller, SignedInPerson, WorkspaceId } from "./gate/caller.ts";
import { isForPeople } from "./notices/for-people.ts";

export interface NewEvent {
  type: EventType;
  subject_id: string;
  subject_name: string;
  changes?: Changes;
  data?: Record<string, unknown>;
}

/** Whose doing an event is: the caller, by way of one call. */
export interface EventSource {
  deps: Deps;
  call: Call;
  caller: KeyCaller | SignedInPerson;
  /** Where it is told: the caller's workspace, or that of what it is about. */
  workspace_id: WorkspaceId | string;
}

/** The trigger behind what the server does, and how deep in a row of triggers that is. */
export interface Cause {
  trigger_id: string;
  trigger_depth: number;
}

/** An event that nobody called for: time passed, the server noticed something, or a trigger asked for it. */
export interface SystemSource {
  deps: Pick<Deps, "now" | "jobs">;
  workspace_id: string;
  cause?: Cause;
  /** The address it came from, when there was one. */
  ip?: string | null;
}

/**
 * Records what happened, in the transaction that makes it happen. Call it last: it takes the workspace's next `seq`,
 * which holds back the workspace's other writers until this transaction ends; that is what leaves no gaps.
 * @returns the event's `seq`
 */
export async function recordEvent(
  tx: Transaction,
  source: EventSource | SystemSource,
  event: NewEvent,
): Promise<number> {
  const at = instantNow(source.deps);
  const who = whoseDoing(source);
  if ("caller" in source) source.deps.revisions.forget(source.workspace_id);
  const rows = await tx.execute<{ seq: string; trigger_count: number }>(sql`
    with counted as (
      update workspaces set revision = revision + 1, updated_at = ${at} where id = ${source.workspace_id}
      returning revision, trigger_count
    ), recorded as (
    insert into events (
      id, workspace_id, seq, type, subject_type, subject_id, subject_name, actor_user_id, actor_name,
      on_behalf_of_user_id, auth_method, api_key_id, api_key_name, ip, request_id, endpoint, trigger_id, trigger_depth,
      changes, data, created_at
    )
    select ${newId("event")}, ${source.workspace_id}, revision, ${event.type}, ${event.type.split(".")[0]},
      ${event.subject_id}, ${event.subject_name}, ${who.actor_user_id}, ${who.actor_name}, ${who.on_behalf_of_user_id},
      ${who.auth_method}, ${who.api_key_id}, ${who.api_key_name}, ${who.ip}, ${who.request_id},
      ${who.endpoint}, ${who.trigger_id}, ${who.trigger_depth}, ${JSON.stringify(event.changes ?? {})}::jsonb, ${JSON.stringify(event.data ?? {})}::jsonb, ${at}
    from counted returning seq
    )
    select seq, trigger_count from recorded, counted`);
  const seq = Number(rows[0]?.seq);
  if (!Number.isSafeInteger(seq)) throw new Error(`workspace ${source.workspace_id} is gone`);
  await tellOfEvents(tx, source, { trigger_count: rows[0]?.trigger_count ?? 0, events: [{ ...event, seq }] });
  return seq;
}

/** An event whose `seq` was taken by whoever holds the workspace's row. */
export interface NumberedEvent extends NewEvent {
  seq: number;
}

/** Writes events that have their numbers, in one statement; the revision is the caller's to write. */
export async function writeEvents(
  tx: Transaction,
  source: EventSource | SystemSource,
  numbered: readonly NumberedEvent[],
): Promise<void> {
  const created_at = instantNow(source.deps);
  const { workspace_id } = source;
  const who = whoseDoing(source);
  const rows = numbered.map(({ changes = {}, data = {}, ...event }) => ({
    ...who,
    ...event,
    id: newId("event"),
    workspace_id,
    subject_type: event.type.split(".")[0],
    changes,
    data,
    created_at,
  }));
  await executePrepared(tx, "events_write", {
    build: () => sql`insert into events (${COLUMNS})
      select ${COLUMNS} from jsonb_populate_recordset(null::events, ${sql.placeholder("rows")}::jsonb)`,
    values: { rows: JSON.stringify(rows) },
  });
}

/**
 * Sees to it that triggers and people are told of events, in the transaction that writes them: `workers/event-jobs.ts` does
 * it afterwards. While the workspace has no trigger that is on, and nobody need be told of any, it costs nothing.
 */
export async function tellOfEvents(
  tx: Transaction,
  { deps, workspace_id }: Pick<EventSource | SystemSource, "deps" | "workspace_id">,
  { trigger_count, events }: { trigger_count: number; events: readonly NumberedEvent[] },
): Promise<void> {
  const [first, last] = [events.at(0), events.at(-1)];
  if (!first || !last || (trigger_count === 0 && !events.some(isForPeople))) return;
  await deps.jobs.add(tx, [
    { queue: "events", data: { workspace_id, first_seq: first.seq, last_seq: last.seq } },
  ]);
}

/** By name: what a later version adds gets its default from those that do not know it. */
const COLUMNS = sql.join(
  Object.values(getTableColumns(events)).map(({ name }) => sql.identifier(name)),
  sql`, `,
);

const NOBODY = {
  actor_user_id: null,
  actor_name: null,
  on_behalf_of_user_id: null,
  api_key_id: null,
  api_key_name: null,
  trigger_id: null,
  trigger_depth: 0,
};

function whoseDoing(source: EventSource | SystemSource) {
  if (!("caller" in source))
    return {
      ...NOBODY,
      ...source.cause,
      auth_method: "system",
      ip: source.ip ?? null,
      request_id: null,
      endpoint: null,
    } as const;
  const { auth_method } = source.caller;
  const { exchange, endpoint } = source.call;
  const { ip, request_id } = exchange;
  return { ...actorOf(source.caller), auth_method, ip, request_id, endpoint };
}

/** K24: both names stand in the log. The actor is the key's maker; the subject is whose rights it used. */
function actorOf(caller: KeyCaller | SignedInPerson) {
  if (caller.auth_method === "session")
    return {
      ...NOBODY,
      actor_user_id: caller.user.id,
      actor_name: caller.user.name,
    };
  const { key } = caller;
  return {
    ...NOBODY,
    actor_user_id: key.created_by,
    actor_name: key.maker_name,
    on_behalf_of_user_id: key.acts_as === key.created_by ? null : key.acts_as,
    api_key_id: key.id,
    api_key_name: key.name,
  };
}
