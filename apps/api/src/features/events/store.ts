import type { Event, EventPage, ListEvents, UndoEvents } from "@stowage/contract/events";
import type { Db } from "@stowage/db/open-database";
import { prepared } from "@stowage/db/prepared";
import { api_keys } from "@stowage/db/schema/api-keys";
import { eventFamily, events } from "@stowage/db/schema/events";
import { and, eq, gt, gte, sql } from "drizzle-orm";
import { eventsWithinFilter } from "../../bounds/within.ts";
import type { Reach } from "../../gate/caller.ts";
import { byNumber, type Filter, listPage } from "../../lists/paging.ts";
import { notFound } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { membershipOf } from "../members/store.ts";

/** The columns of an event on the wire. */
export const eventColumns = {
  id: events.id,
  seq: events.seq,
  type: events.type,
  subject_type: events.subject_type,
  subject_id: events.subject_id,
  subject_name: events.subject_name,
  actor_user_id: events.actor_user_id,
  actor_name: events.actor_name,
  on_behalf_of_user_id: events.on_behalf_of_user_id,
  auth_method: events.auth_method,
  api_key_id: events.api_key_id,
  api_key_name: events.api_key_name,
  ip: events.ip,
  request_id: events.request_id,
  endpoint: events.endpoint,
  trigger_id: events.trigger_id,
  trigger_depth: events.trigger_depth,
  changes: events.changes,
  data: events.data,
  created_at: events.created_at,
};

const SORTS = { seq: byNumber(events.seq) };

/** Newest first; from `after` on, oldest first, as a follower reads them. */
export async function listEvents(db: Db, reach: Reach, input: ListEvents): Promise<EventPage> {
  const page = await listPage<Omit<Event, "undone_by">>({
    db,
    name: "events",
    table: events,
    id: events.id,
    columns: eventColumns,
    sorts: SORTS,
    filters: filtersOf(reach, input),
    page: { ...input, sort: input.after === undefined ? "-seq" : "seq" },
  });
  const undoneBy = await undoersOf(db, reach, page.data);
  return {
    ...page,
    data: page.data.map((event) => ({ ...event, undone_by: undoneBy.get(event.seq) ?? null })),
  };
}

/** What put some events back, by the event; what was itself put back does not count. One query by the things they are about. */
async function undoersOf(
  db: Db,
  { workspace_id }: Reach,
  page: readonly Pick<Event, "seq" | "subject_id">[],
): Promise<Map<number, number>> {
  const undoneBy = new Map<number, number>();
  if (page.length === 0) return undoneBy;
  const query = prepared(db, "events_undoers", (prepare) =>
    prepare
      .select({ seq: events.seq, undoes: sql<string>`${events.data} ->> 'undoes'` })
      .from(events)
      .where(
        and(
          eq(events.workspace_id, sql.placeholder("workspace_id")),
          sql`${events.subject_id} = any(string_to_array(${sql.placeholder("subjects")}, ','))`,
          gt(events.seq, sql.placeholder("first")),
          sql`${events.data} ? 'undoes'`,
          sql`${events.type} not in ('item.low_stock', 'item.restocked')`, // they follow from what undoes
        ),
      )
      .orderBy(sql`${events.seq} desc`),
  );
  const undoers = await query.execute({
    workspace_id,
    subjects: [...new Set(page.map(({ subject_id }) => subject_id))].join(","),
    first: Math.min(...page.map(({ seq }) => seq)),
  });
  for (const { seq, undoes } of undoers) if (!undoneBy.has(seq)) undoneBy.set(Number(undoes), seq);
  return undoneBy;
}

/**
 * A wrong id must not look like somebody who did nothing. Who has left did what they did.
 * @throws not_found
 */
export async function requireKnownDoer(
  { db, workspace_id, caller, reach }: ScopedContext,
  { api_key_id, user_id }: Partial<UndoEvents>,
): Promise<void> {
  if (api_key_id !== undefined) {
    const [key] = await db
      .select({ id: api_keys.id })
      .from(api_keys)
      .where(and(eq(api_keys.workspace_id, workspace_id), eq(api_keys.id, api_key_id)));
    if (!key) throw notFound("api_key", api_key_id);
  }
  if (user_id === undefined || (await membershipOf(db, caller.organization.id, user_id))) return;
  const { data } = await listEvents(db, reach, { user_id, limit: 1, include_total: false });
  if (data.length === 0) throw notFound("user", user_id);
}

function filtersOf(
  reach: Reach,
  { after, type, subject_id, api_key_id, user_id, since }: ListEvents,
): Filter[] {
  const filters: Filter[] = [eventsWithinFilter(reach)];
  if (after !== undefined)
    filters.push({
      name: "after",
      condition: () => gt(events.seq, sql.placeholder("after")),
      values: { after },
    });
  if (type?.endsWith(".*"))
    filters.push({
      name: "family",
      condition: () => sql`${eventFamily(events.type)} = ${sql.placeholder("family")}`,
      values: { family: type.slice(0, -".*".length) },
    });
  else if (type !== undefined)
    filters.push({
      name: "type",
      condition: () => sql`${events.type} = ${sql.placeholder("type")}`,
      values: { type },
    });
  if (subject_id !== undefined)
    filters.push({
      name: "subject",
      condition: () => eq(events.subject_id, sql.placeholder("subject_id")),
      values: { subject_id },
    });
  if (api_key_id !== undefined)
    filters.push({
      name: "key",
      condition: () => eq(events.api_key_id, sql.placeholder("api_key_id")),
      values: { api_key_id },
    });
  if (user_id !== undefined)
    filters.push({
      name: "user",
      condition: () => eq(events.actor_user_id, sql.placeholder("user_id")),
      values: { user_id },
    });
  if (since !== undefined)
    filters.push({
      name: "since",
      condition: () => gte(events.created_at, sql`${sql.placeholder("since")}::timestamptz`),
      values: { since },
    });
  return filters;
}
