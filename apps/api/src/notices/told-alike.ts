import type { EventType } from "@stowage/contract/events";
import type { Transaction } from "@stowage/db/prepared";
import { type SQL, sql } from "drizzle-orm";

/** Names that one for many gives. */
const NAMES_MAX = 5;
/** Of each type so many events are looked back on, at the most. */
const LOOKED_BACK_MAX = 500;

/** Events that are told of in the same way; for tasks, those that give one to a person who did not take it themselves. */
interface Alike {
  workspace_id: string;
  types: readonly EventType[];
  given_to: string | null;
}

/** How many events alike there were before a `seq` and not before an instant; counted up to a limit. */
export async function alikeBefore(
  tx: Transaction,
  { seq, since, limit, ...alike }: Alike & { seq: number; since: string; limit: number },
): Promise<number> {
  const [row] = await tx.execute<{ total: number }>(sql`
    select count(*)::int as total from (
      select from unnest(string_to_array(${alike.types.join(",")}, ',')) as alike(type) cross join lateral (
        select actor_user_id, auth_method, changes, data, created_at from events
        where workspace_id = ${alike.workspace_id} and events.type = alike.type and seq < ${seq}
        order by seq desc limit ${LOOKED_BACK_MAX}
      ) as latest
      where created_at >= ${since} and ${isGiven(alike)} limit ${limit}
    ) as before`);
  return row?.total ?? 0;
}

/** How many things there were events alike of from a `seq` on, told of yet or not, and the names of the first few. */
export async function alikeSince(
  tx: Transaction,
  { seq, ...alike }: Alike & { seq: number },
): Promise<{ total: number; names: string[] }> {
  const rows = await tx.execute<{ subject_name: string; total: number }>(sql`
    select subject_name, (count(*) over ())::int as total from (
      select distinct on (subject_id) subject_id, subject_name, seq from events
      where workspace_id = ${alike.workspace_id} and type = any(string_to_array(${alike.types.join(",")}, ','))
        and seq >= ${seq} and ${isGiven(alike)}
      order by subject_id, seq
    ) as things
    order by seq limit ${NAMES_MAX}`);
  return { total: rows[0]?.total ?? 0, names: rows.map(({ subject_name }) => subject_name) };
}

/** The newest notification for many that each person has not read yet, by person. */
export async function unreadMany(
  tx: Transaction,
  {
    workspace_id,
    type,
    subject_type,
    since,
  }: { workspace_id: string; type: EventType; subject_type: string; since: string },
): Promise<Map<string, { id: string; seq: number }>> {
  const rows = await tx.execute<{ user_id: string; id: string; seq: string }>(sql`
    select distinct on (user_id) user_id, notifications.id, event_seq as seq
    from workspaces join memberships using (organization_id) join notifications using (user_id, organization_id)
    where workspaces.id = ${workspace_id} and notifications.workspace_id = workspaces.id and type = ${type}
      and subject_type = ${subject_type} and read_at is null and notifications.created_at >= ${since}
    order by user_id, notifications.created_at desc, notifications.id desc`);
  return new Map(rows.map(({ user_id, id, seq }) => [user_id, { id, seq: Number(seq) }]));
}

function isGiven({ given_to }: Alike): SQL {
  if (given_to === null) return sql`true`;
  return sql`coalesce(changes->'assignee_id'->>'new', data->>'assignee_id') = ${given_to}
    and not (auth_method = 'session' and actor_user_id is not distinct from ${given_to})`;
}
