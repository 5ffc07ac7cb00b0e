import { type KeyEpoch, raiseKeyEpochs } from "@stowage/auth/key-store";
import type { ListMembers, Member, RemovedMember } from "@stowage/contract/members";
import type { Role } from "@stowage/contract/roles";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { api_keys } from "@stowage/db/schema/api-keys";
import { memberships, users } from "@stowage/db/schema/identity";
import { and, eq, gt, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { byText, type Filter, listPage } from "../../lists/paging.ts";
import { textFilter } from "../../lists/text-search.ts";
import { conflict, notFound } from "../../problems.ts";
import {
  type Doing,
  liveWorkspaceOf,
  lockOrganization,
  type PendingEvent,
  recordInOrder,
} from "../organizations/store.ts";

/**
 * Columns of a member of one organization; `now` tells which keys have ended. Outer columns are spelled out, since
 * Drizzle leaves out their table here and an inner one would be meant.
 */
const columnsIn = (organization_id: SQL, now: SQL) => {
  const membership = (column: SQL) =>
    sql`(select ${column} from memberships where organization_id = ${organization_id} and user_id = users.id)`;
  return {
    id: users.id,
    email: users.email,
    name: users.name,
    role: sql<Role>`${membership(sql`role`)}`,
    is_active: sql<boolean>`${membership(sql`disabled_at is null`)}`,
    has_two_factor: sql<boolean>`${users.totp_enabled_at} is not null`,
    joined_at: sql`${membership(sql`created_at`)}`.mapWith(memberships.created_at),
    api_keys: sql<number>`(select count(*)::int from api_keys
      where organization_id = ${organization_id} and acts_as = users.id and revoked_at is null
      and (expires_at is null or expires_at > ${now}::timestamptz))`,
  };
};

const isMemberOf = (organization_id: SQL, more: SQL = sql``) =>
  sql`exists (select 1 from memberships where organization_id = ${organization_id}
    and user_id = ${users.id} ${more})`;

interface Within {
  db: Db | Transaction;
  deps: Doing["deps"];
  organization_id: string;
}

const listedOrganization = sql`${sql.placeholder("organization_id")}`;
const listedColumns = columnsIn(listedOrganization, sql`${sql.placeholder("now")}`);
const SORTS = { name: byText(users.name) };
const searchText = sql`lower(${users.name} || ' ' || ${users.email})`;

export function listMembers(ctx: Within & { db: Db }, { role, q, ...page }: ListMembers) {
  const filters: (Filter | null)[] = [
    {
      name: "org",
      condition: () => isMemberOf(listedOrganization),
      values: { organization_id: ctx.organization_id, now: instantNow(ctx.deps) },
    },
    role === undefined
      ? null
      : {
          name: "role",
          condition: () => isMemberOf(listedOrganization, sql`and role = ${sql.placeholder("role")}`),
          values: { role },
        },
    textFilter(searchText, q),
  ];
  return listPage<Member>({
    db: ctx.db,
    name: "members",
    table: users,
    id: users.id,
    columns: listedColumns,
    sorts: SORTS,
    filters,
    page: { ...page, sort: "name" },
  });
}

/** @throws not_found  they are no member, whoever else they may be */
export async function getMember({ db, deps, organization_id }: Within, id: string): Promise<Member> {
  const organization = sql`${organization_id}`;
  const [row] = await db
    .select(columnsIn(organization, sql`${instantNow(deps)}`))
    .from(users)
    .where(and(eq(users.id, id), isMemberOf(organization)));
  if (!row) throw notFound("user", id);
  return row;
}

export interface Membership {
  id: string;
  organization_id: string;
  user_id: string;
  role: Role;
  is_active: boolean;
  name: string;
}

/** What somebody is in an organization; under {@link lockOrganization} it stays so. */
export async function membershipOf(
  db: Db | Transaction,
  organization_id: string,
  user_id: string,
): Promise<Membership | null> {
  const [row] = await db
    .select({
      id: memberships.id,
      organization_id: memberships.organization_id,
      user_id: memberships.user_id,
      role: memberships.role,
      is_active: sql<boolean>`${memberships.disabled_at} is null`,
      name: users.name,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.user_id))
    .where(and(eq(memberships.organization_id, organization_id), eq(memberships.user_id, user_id)));
  return row ?? null;
}

/** The role that somebody can use at this moment; null for none. */
export async function activeRoleOf(tx: Transaction, organization_id: string, user_id: string) {
  const membership = await membershipOf(tx, organization_id, user_id);
  return membership?.is_active ? membership.role : null;
}

/**
 * A member of a locked organization, for a change of them.
 * @throws not_found
 */
export async function lockMember(
  tx: Transaction,
  organization_id: string,
  user_id: string,
): Promise<Membership> {
  await lockOrganization(tx, organization_id);
  const member = await membershipOf(tx, organization_id, user_id);
  if (!member) throw notFound("user", user_id);
  return member;
}

/**
 * An organization keeps an owner who can come in. Ask under {@link lockOrganization}, so that two owners cannot both go
 * because the other one is still there.
 * @throws conflict
 */
export async function keepOwner(tx: Transaction, leaving: Membership): Promise<void> {
  if (leaving.role !== "owner" || !leaving.is_active) return;
  const [other] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.user_id))
    .where(
      and(
        eq(memberships.organization_id, leaving.organization_id),
        eq(memberships.role, "owner"),
        isNull(memberships.disabled_at),
        isNull(users.disabled_at),
        ne(memberships.user_id, leaving.user_id),
      ),
    )
    .limit(1);
  if (!other) throw conflict(`${leaving.name} is the last owner. Make somebody else an owner first.`);
}

/** Whose keys end, where and why. */
interface KeysEnding {
  user_id: string;
  organization_ids: string[];
  reason: string;
}

export interface EndedKeys {
  raised: KeyEpoch[];
  events: PendingEvent[];
}

/**
 * K44: ends the keys that act as somebody in these organizations, for good: they do not come back with the person.
 * Under {@link lockOrganization} nobody makes another one meanwhile. Tell the events, and announce the epochs after the
 * commit.
 */
export async function endKeysOf(
  tx: Transaction,
  { deps }: Pick<Doing, "deps">,
  { user_id, organization_ids, reason }: KeysEnding,
): Promise<EndedKeys> {
  const now = instantNow(deps);
  const keys = await tx
    .select({ id: api_keys.id, name: api_keys.name, workspace_id: api_keys.workspace_id })
    .from(api_keys)
    .where(
      and(
        eq(api_keys.acts_as, user_id),
        inArray(api_keys.organization_id, organization_ids),
        isNull(api_keys.revoked_at),
        or(isNull(api_keys.expires_at), gt(api_keys.expires_at, now)),
      ),
    )
    .orderBy(api_keys.id)
    .for("update");
  const keyIds = keys.map(({ id }) => id);
  if (keyIds.length === 0) return { raised: [], events: [] };
  await tx
    .update(api_keys)
    .set({
      revoked_at: now,
      revocation_reason: reason,
      updated_at: now,
      version: sql`${api_keys.version} + 1`,
    })
    .where(inArray(api_keys.id, keyIds));
  const raised = await raiseKeyEpochs(tx, { keyIds });
  const events = keys.map(({ id, name, workspace_id }): PendingEvent => {
    const event = { type: "api_key.revoked", subject_id: id, subject_name: name, data: { reason } } as const;
    return { workspace_id, event };
  });
  return { raised, events };
}

/** K44: takes a member of a locked organization out, with the keys that act as them. @throws conflict  the last owner */
export async function removeMembership(
  tx: Transaction,
  doing: Doing,
  member: Membership,
  reason: string,
): Promise<{ receipt: RemovedMember; raised: KeyEpoch[] }> {
  const { organization_id, user_id, name } = member;
  await keepOwner(tx, member);
  await tx.delete(memberships).where(eq(memberships.id, member.id));
  const ended = await endKeysOf(tx, doing, { user_id, organization_ids: [organization_id], reason });
  const data = { reason, role: member.role, revoked_api_keys: ended.events.length };
  const event = { type: "member.removed", subject_id: user_id, subject_name: name, data } as const;
  const workspace_id = await liveWorkspaceOf(tx, organization_id);
  await recordInOrder(tx, doing, [...ended.events, { workspace_id, event }]);
  const removed_at = instantNow(doing.deps);
  return {
    receipt: { id: user_id, removed_at, revoked_api_keys: ended.events.length },
    raised: ended.raised,
  };
}
