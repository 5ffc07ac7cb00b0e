import type { InstanceUser, ListInstanceUsers } from "@stowage/contract/instance-users";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { users } from "@stowage/db/schema/identity";
import { and, eq, isNull, sql } from "drizzle-orm";
import { only } from "../../lists/filters.ts";
import { byText, listPage } from "../../lists/paging.ts";
import { textFilter } from "../../lists/text-search.ts";
import { notFound } from "../../problems.ts";

/** The outer id is spelled out, since Drizzle leaves out its table here and the inner one would be meant. */
const columns = {
  id: users.id,
  email: users.email,
  name: users.name,
  is_instance_admin: users.is_instance_admin,
  is_active: sql<boolean>`${users.disabled_at} is null`,
  has_two_factor: sql<boolean>`${users.totp_enabled_at} is not null`,
  organizations: sql<number>`(select count(*)::int from memberships where user_id = users.id)`,
  created_at: users.created_at,
};

const SORTS = { name: byText(users.name) };
const searchText = sql`lower(${users.name} || ' ' || ${users.email})`;

/** The instance's accounts by name, but for those that were deleted. */
export function listInstanceUsers(db: Db, { q, ...page }: ListInstanceUsers) {
  return listPage<InstanceUser>({
    db,
    name: "instance_users",
    table: users,
    id: users.id,
    columns,
    sorts: SORTS,
    filters: [only("kept", () => isNull(users.deleted_at)), textFilter(searchText, q)],
    page: { ...page, sort: "name" },
  });
}

/** @throws not_found  never there, or deleted */
export async function getInstanceUser(db: Db | Transaction, id: string): Promise<InstanceUser> {
  const [user] = await db
    .select(columns)
    .from(users)
    .where(and(eq(users.id, id), isNull(users.deleted_at)));
  if (!user) throw notFound("user", id);
  return user;
}
