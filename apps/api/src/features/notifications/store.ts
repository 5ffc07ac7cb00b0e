import type { NotificationPreferences } from "@stowage/contract/notification-preferences";
import type { ListNotifications, Notification, NotificationPage } from "@stowage/contract/notifications";
import type { Db } from "@stowage/db/open-database";
import { prepared, type Transaction } from "@stowage/db/prepared";
import { workspaces } from "@stowage/db/schema/identity";
import { notification_preferences, notifications } from "@stowage/db/schema/notices";
import { and, count, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Caller } from "../../gate/caller.ts";
import { only } from "../../lists/filters.ts";
import { byInstant, type Filter, listPage } from "../../lists/paging.ts";
import { preferencesOf } from "../../notices/preferences.ts";
import type { ScopedContext } from "../../trpc/context.ts";

const notificationColumns = {
  id: notifications.id,
  type: notifications.type,
  environment: sql`(select ${workspaces.environment} from ${workspaces} where ${workspaces.id} = ${notifications.workspace_id})`,
  event_seq: notifications.event_seq,
  subject_type: notifications.subject_type,
  subject_id: notifications.subject_id,
  subject_name: notifications.subject_name,
  title: notifications.title,
  body: notifications.body,
  created_at: notifications.created_at,
  read_at: notifications.read_at,
};

const SORTS = { created_at: byInstant(notifications.created_at) };

/**
 * The caller's own, of the organization they are in: a person's of both environments, since the bell rings for either; a
 * key's of its own alone, and for one that is bound to places (K26) those about itself, as it sees events.
 */
export function ownNotifications({ caller, workspace_id }: ScopedContext): SQL | undefined {
  return and(
    eq(notifications.user_id, caller.user.id),
    eq(notifications.organization_id, caller.organization.id),
    caller.auth_method === "api_key" ? eq(notifications.workspace_id, workspace_id) : undefined,
    caller.reach.location_ids === null
      ? undefined
      : eq(notifications.subject_id, caller.reach.api_key_id ?? ""),
  );
}

export async function listNotifications(
  ctx: ScopedContext,
  input: ListNotifications,
): Promise<NotificationPage> {
  const [page, unread] = await Promise.all([
    listPage<Notification>({
      db: ctx.db,
      name: "notifications",
      table: notifications,
      id: notifications.id,
      columns: notificationColumns,
      sorts: SORTS,
      filters: [own(ctx), input.unread ? only("unread", () => isNull(notifications.read_at)) : null],
      page: { ...input, sort: "-created_at" },
    }),
    countUnread(ctx),
  ]);
  return { ...page, unread };
}

/** How many are not read yet. */
export async function countUnread(ctx: ScopedContext): Promise<number> {
  const { name, condition, values } = own(ctx);
  const query = prepared(ctx.db, `notifications_unread_${name}`, (db) =>
    db
      .select({ total: count() })
      .from(notifications)
      .where(and(condition(), isNull(notifications.read_at))),
  );
  const [row] = await query.execute(values);
  return row?.total ?? 0;
}

const ofUser = () =>
  and(
    eq(notifications.user_id, sql.placeholder("user_id")),
    eq(notifications.organization_id, sql.placeholder("organization_id")),
  );
const ofWorkspace = () => eq(notifications.workspace_id, sql.placeholder("workspace_id"));
const aboutItself = () => eq(notifications.subject_id, sql.placeholder("bound_key_id"));

function own({ caller, workspace_id }: ScopedContext): Filter {
  const values = { user_id: caller.user.id, organization_id: caller.organization.id };
  if (caller.auth_method === "session") return { name: "person", condition: ofUser, values };
  const ofKey = { ...values, workspace_id };
  if (caller.reach.location_ids === null)
    return { name: "key", condition: () => and(ofUser(), ofWorkspace()), values: ofKey };
  const bound_key_id = caller.key.id;
  return {
    name: "bound",
    condition: () => and(ofUser(), ofWorkspace(), aboutItself()),
    values: { ...ofKey, bound_key_id },
  };
}

/** The one row of a person in the organization they are in. */
export function ofPerson({ user, organization }: Pick<Caller, "user" | "organization">): SQL | undefined {
  return and(
    eq(notification_preferences.user_id, user.id),
    eq(notification_preferences.organization_id, organization.id),
  );
}

export async function getPreferences(
  db: Db | Transaction,
  { deps, caller }: Pick<ScopedContext, "deps" | "caller">,
): Promise<NotificationPreferences> {
  const { kinds, digest, digest_hour } = notification_preferences;
  const [row] = await db
    .select({ kinds, digest, digest_hour })
    .from(notification_preferences)
    .where(ofPerson(caller));
  return { ...preferencesOf(row), mail_available: deps.config.smtp_url !== undefined };
}
