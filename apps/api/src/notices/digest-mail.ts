import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { sql } from "drizzle-orm";
import { count, expiringPath, listed } from "./inventory-words.ts";

const NAMES_MAX = 10;
const EXPIRING_DAYS = 7;

export interface DigestReader {
  user_id: string;
  name: string;
  organization_id: string;
  organization_name: string;
}

interface Things {
  total: number;
  names: string[];
}

/** What needs attention in an organization's live environment: of everybody's things, and of one person's tasks. */
export interface Digest {
  low: Things;
  expiring: Things;
  tasks: Things;
  overdue: number;
  unread: number;
}

/** @param today  of the UTC calendar, as days of expiry are */
export async function digestOf(db: Db | Transaction, reader: DigestReader, today: string): Promise<Digest> {
  const { user_id, organization_id } = reader;
  const [row] = await db.execute<{ digest: Digest }>(sql`
    with home as (
      select id from workspaces where organization_id = ${organization_id} and environment = 'live'
    ), low as (
      select name, count(*) over () as total from items where workspace_id = (select id from home)
        and deleted_at is null and is_low order by updated_at desc, id limit ${NAMES_MAX}
    ), expiring as (
      select name, expires_on, count(*) over () as total from items where workspace_id = (select id from home)
        and deleted_at is null and quantity > 0
        and coalesce(expires_on, 'infinity'::date) between ${today}::date and ${today}::date + ${EXPIRING_DAYS}::int
      order by expires_on, id limit ${NAMES_MAX}
    ), own as (
      select title, due_on, id, count(*) over () as total,
        count(*) filter (where due_on < ${today}::date) over () as overdue
      from tasks where workspace_id = (select id from home) and assignee_id = ${user_id} and status in ('open', 'in_progress')
      order by due_on nulls last, id limit ${NAMES_MAX}
    )
    select jsonb_build_object(
      'low', jsonb_build_object('total', coalesce((select max(total) from low), 0),
        'names', coalesce((select jsonb_agg(name) from low), '[]')),
      'expiring', jsonb_build_object('total', coalesce((select max(total) from expiring), 0),
        'names', coalesce((select jsonb_agg(name || ' (' || to_char(expires_on, 'YYYY-MM-DD') || ')') from expiring), '[]')),
      'tasks', jsonb_build_object('total', coalesce((select max(total) from own), 0),
        'names', coalesce((select jsonb_agg(title) from own), '[]')),
      'overdue', coalesce((select max(overdue) from own), 0),
      'unread', (select count(*) from notifications where user_id = ${user_id} and organization_id = ${organization_id}
        and workspace_id = (select id from home) and read_at is null)
    ) as digest`);
  if (!row) throw new Error("a select without a table gives a row");
  return row.digest;
}

export function isEmpty({ low, expiring, tasks, unread }: Digest): boolean {
  return low.total + expiring.total + tasks.total + unread === 0;
}

/** The mail of a digest that is not empty. */
export function digestMail(
  { low, expiring, tasks, overdue, unread }: Digest,
  { name, organization_name }: DigestReader,
  { origin, nowMs }: { origin: string; nowMs: number },
): { subject: string; text: string } {
  const paragraph = (total: number, head: string, names: string[], path: string) =>
    total > 0 ? [`${head}: ${listed(names, total)}.\n${origin}${path}`] : [];
  const due = overdue > 0 ? `, ${overdue} overdue` : "";
  const counts = [
    low.total > 0 && `${low.total} low`,
    expiring.total > 0 && `${expiring.total} expiring`,
    tasks.total > 0 && count(tasks.total, "task"),
    unread > 0 && `${unread} unread`,
  ].filter((part) => part !== false);
  return {
    subject: `${organization_name}: ${counts.join(", ")}`,
    text: [
      `Hello ${name},`,
      `this is what needs attention in ${organization_name}.`,
      ...paragraph(low.total, `Low stock (${low.total})`, low.names, "/items?low_stock=true"),
      ...paragraph(
        expiring.total,
        `Expiring within a week (${expiring.total})`,
        expiring.names,
        expiringPath(nowMs),
      ),
      ...paragraph(tasks.total, `Your tasks (${tasks.total}${due})`, tasks.names, "/tasks?mine=true"),
      ...(unread > 0
        ? [`${count(unread, "notification")} not read yet.\n${origin}/notifications?unread=true`]
        : []),
      `You get this once a day because you asked for it; that is changed at ${origin}/settings/notifications`,
    ].join("\n\n"),
  };
}
