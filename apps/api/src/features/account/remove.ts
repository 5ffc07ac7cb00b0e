import { type KeyEpoch, raiseKeyEpochs } from "@stowage/auth/key-store";
import { NOBODYS_HASH } from "@stowage/auth/passwords";
import { DeletedAccount } from "@stowage/contract/accounts";
import type { Transaction } from "@stowage/db/prepared";
import { invitations, memberships, users } from "@stowage/db/schema/identity";
import { notification_preferences, notifications } from "@stowage/db/schema/notices";
import { and, asc, count, eq, isNull, ne } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { requireRecentSignIn } from "../../gate/recent-sign-in.ts";
import { endedSessionCookie } from "../../gate/session-cookie.ts";
import { conflict } from "../../problems.ts";
import type { PersonContext } from "../../trpc/context.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { announceEpochs } from "../api-keys/store.ts";
import { endKeysOf, keepOwner, type Membership, membershipOf } from "../members/store.ts";
import {
  deleteOrganization,
  liveWorkspaceOf,
  lockOrganization,
  type PendingEvent,
  recordInOrder,
} from "../organizations/store.ts";
import { NO_FACTOR } from "../two-factor/store.ts";
import { keysNaming } from "./store.ts";

const REASON = "account deleted";

/**
 * K44: deletes the person. Keys that act as them end in the same transaction, and organizations that nobody else
 * belongs to end with all that they hold. What the person did stays told.
 * @throws recent_sign_in_required
 * @throws conflict  an organization with other members would have no owner, or the instance no admin
 */
export const remove = sessionOnly()
  .meta(rest("DELETE /auth/account", "Delete the own account"))
  .output(DeletedAccount)
  .mutation(({ ctx }) => removeAccount(ctx));

async function removeAccount(ctx: PersonContext) {
  const { deps, caller, call } = ctx;
  const { id } = caller.user;
  requireRecentSignIn(caller, deps.now());
  const raised = await ctx.db.transaction((tx) => deletePerson(tx, ctx));
  announceEpochs(deps, raised);
  call.exchange.setHeader("set-cookie", endedSessionCookie(deps.publicUrl()));
  return { id, deleted_at: instantNow(deps) };
}

async function deletePerson(tx: Transaction, ctx: PersonContext): Promise<KeyEpoch[]> {
  const { user } = ctx.caller;
  const { shared, alone } = await lockMemberships(tx, user.id);
  if (user.is_instance_admin) await checkLastOfInstance(tx, user.id);
  for (const membership of shared) await keepOwner(tx, membership);
  const keyIds = await keysNaming(tx, user.id);
  await tx.delete(memberships).where(eq(memberships.user_id, user.id));
  // The person's name leaves the keys they made, too; all at once, in the order of their ids.
  const raised = await raiseKeyEpochs(tx, { keyIds });
  const organization_ids = shared.map(({ organization_id }) => organization_id);
  const ended = await endKeysOf(tx, ctx, { user_id: user.id, organization_ids, reason: REASON });
  raised.push(...ended.raised);
  await tx.delete(invitations).where(eq(invitations.created_by, user.id));
  for (const table of [notifications, notification_preferences])
    await tx.delete(table).where(eq(table.user_id, user.id));
  await forget(tx, ctx); // before any workspace is locked: who makes a key locks in this order, too
  for (const { organization_id } of alone) raised.push(...(await deleteOrganization(tx, organization_id)));
  await recordInOrder(tx, ctx, [...ended.events, ...(await departures(tx, shared))]);
  return raised;
}

/** The person's memberships, their organizations locked in order: those shared with others, and those of them alone. */
async function lockMemberships(tx: Transaction, user_id: string) {
  const mine = await tx
    .select({ organization_id: memberships.organization_id })
    .from(memberships)
    .where(eq(memberships.user_id, user_id))
    .orderBy(asc(memberships.organization_id));
  const shared: Membership[] = [];
  const alone: Membership[] = [];
  for (const { organization_id } of mine) {
    await lockOrganization(tx, organization_id);
    const membership = await membershipOf(tx, organization_id, user_id);
    if (!membership) continue; // removed while the lock was waited for
    const [members] = await tx
      .select({ total: count() })
      .from(memberships)
      .where(eq(memberships.organization_id, organization_id));
    (members?.total === 1 ? alone : shared).push(membership);
  }
  return { shared, alone };
}

/** @throws conflict  others use the instance that this person alone administers */
async function checkLastOfInstance(tx: Transaction, user_id: string): Promise<void> {
  const others = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(isNull(users.deleted_at), ne(users.id, user_id)))
    .limit(1);
  if (others.length > 0)
    throw conflict(
      "You administer this instance, and others use it. Their accounts would have to end first.",
    );
}

/** The row stays, for what it is named in; nothing of the person does, and nothing opens it. */
async function forget(tx: Transaction, { deps, caller }: PersonContext): Promise<void> {
  const { id } = caller.user;
  const now = instantNow(deps);
  await tx
    .update(users)
    .set({
      ...NO_FACTOR,
      email: `deleted-${id}@deleted.invalid`,
      name: "Deleted user",
      password_hash: NOBODYS_HASH,
      is_instance_admin: false,
      timezone: "UTC",
      disabled_at: now,
      deleted_at: now,
      updated_at: now,
    })
    .where(eq(users.id, id));
  await deps.sessions.endAllOfUser(id, undefined, tx);
}

/** That the person left, as the organizations that go on are told. */
async function departures(tx: Transaction, shared: readonly Membership[]): Promise<PendingEvent[]> {
  const pending: PendingEvent[] = [];
  for (const { organization_id, user_id, name, role } of shared) {
    const data = { reason: REASON, role };
    const event = { type: "member.removed", subject_id: user_id, subject_name: name, data } as const;
    pending.push({ workspace_id: await liveWorkspaceOf(tx, organization_id), event });
  }
  return pending;
}
