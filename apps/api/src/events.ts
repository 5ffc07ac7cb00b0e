import type { Changes, EventType } from "@stowage/contract/events";
import { newId } from "@stowage/db/new-id";
import type { Transaction } from "@stowage/db/prepared";
import { sql } from "drizzle-orm";
import { type Deps, instantNow } from "./deps.ts";
import type { Call } from "./gate/call.ts";
import type { KeyCaller, SignedInPerson, WorkspaceId } from "./gate/caller.ts";

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

/** An event that nobody called for: time passed, or the server noticed something. */
export interface SystemSource {
  deps: Pick<Deps, "now">;
  workspace_id: string;
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
  const rows = await tx.execute<{ seq: string }>(sql`
    with counted as (
      update workspaces set revision = revision + 1, updated_at = ${at} where id = ${source.workspace_id}
      returning revision
    )
    insert into events (
      id, workspace_id, seq, type, subject_type, subject_id, subject_name, actor_user_id, actor_name,
      on_behalf_of_user_id, auth_method, api_key_id, api_key_name, ip, request_id, endpoint, changes, data, created_at
    )
    select ${newId("event")}, ${source.workspace_id}, revision, ${event.type}, ${event.type.split(".")[0]},
      ${event.subject_id}, ${event.subject_name}, ${who.actor_user_id}, ${who.actor_name}, ${who.on_behalf_of_user_id},
      ${who.auth_method}, ${who.api_key_id}, ${who.api_key_name}, ${who.ip}, ${who.request_id},
      ${who.endpoint}, ${JSON.stringify(event.changes ?? {})}::jsonb, ${JSON.stringify(event.data ?? {})}::jsonb, ${at}
    from counted returning seq`);
  const seq = Number(rows[0]?.seq);
  if (!Number.isSafeInteger(seq)) throw new Error(`workspace ${source.workspace_id} is gone`);
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
  await tx.execute(
    sql`insert into events select * from jsonb_populate_recordset(null::events, ${JSON.stringify(rows)}::jsonb)`,
  );
}

const NOBODY = {
  actor_user_id: null,
  actor_name: null,
  on_behalf_of_user_id: null,
  api_key_id: null,
  api_key_name: null,
};

function whoseDoing(source: EventSource | SystemSource) {
  if (!("caller" in source))
    return {
      ...NOBODY,
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
    actor_user_id: key.created_by,
    actor_name: key.maker_name,
    on_behalf_of_user_id: key.acts_as === key.created_by ? null : key.acts_as,
    api_key_id: key.id,
    api_key_name: key.name,
  };
}
