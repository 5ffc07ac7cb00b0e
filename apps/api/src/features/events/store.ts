import type { Event, ListEvents } from "@stowage/contract/events";
import type { Db } from "@stowage/db/open-database";
import { events } from "@stowage/db/schema/events";
import { eq, gt, sql } from "drizzle-orm";
import { eventsWithinFilter } from "../../bounds/within.ts";
import type { Reach } from "../../gate/caller.ts";
import { byNumber, type Filter, listPage } from "../../lists/paging.ts";

/** The columns of an event on the wire. */
const eventColumns = {
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
  changes: events.changes,
  data: events.data,
  created_at: events.created_at,
};

/** Newest first; from `after` on, oldest first, as a follower reads them. */
export function listEvents(db: Db, reach: Reach, input: ListEvents) {
  return listPage<Event>({
    db,
    name: "events",
    table: events,
    id: events.id,
    columns: eventColumns,
    sorts: { seq: byNumber(events.seq) },
    filters: filtersOf(reach, input),
    page: { ...input, sort: input.after === undefined ? "-seq" : "seq", include_total: false },
  });
}

function filtersOf(reach: Reach, { after, type, subject_id, api_key_id, user_id }: ListEvents): Filter[] {
  const filters: Filter[] = [eventsWithinFilter(reach)];
  if (after !== undefined)
    filters.push({ name: "after", condition: gt(events.seq, sql.placeholder("after")), values: { after } });
  if (type?.endsWith(".*"))
    filters.push({
      name: "family",
      condition: sql`${events.type} like ${sql.placeholder("family")}`,
      values: { family: `${type.slice(0, -1).replaceAll("_", "\\_")}%` },
    });
  else if (type !== undefined)
    filters.push({
      name: "type",
      condition: sql`${events.type} = ${sql.placeholder("type")}`,
      values: { type },
    });
  if (subject_id !== undefined)
    filters.push({
      name: "subject",
      condition: eq(events.subject_id, sql.placeholder("subject_id")),
      values: { subject_id },
    });
  if (api_key_id !== undefined)
    filters.push({
      name: "key",
      condition: eq(events.api_key_id, sql.placeholder("api_key_id")),
      values: { api_key_id },
    });
  if (user_id !== undefined)
    filters.push({
      name: "user",
      condition: eq(events.actor_user_id, sql.placeholder("user_id")),
      values: { user_id },
    });
  return filters;
}
