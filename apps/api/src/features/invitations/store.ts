import { invitationTokenHash } from "@stowage/auth/invitation-token";
import type { Invitation, ListInvitations } from "@stowage/contract/invitations";
import { newId } from "@stowage/db/new-id";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { invitations, memberships, organizations, users } from "@stowage/db/schema/identity";
import { and, eq, gt, lt, type SQL, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import type { SignedInPerson } from "../../gate/caller.ts";
import { throttledNetworkOf } from "../../gate/network-throttle.ts";
import { byInstant, listPage } from "../../lists/paging.ts";
import { conflict, ProblemError } from "../../problems.ts";
import type { OpenContext } from "../../trpc/context.ts";
import { membershipOf } from "../members/store.ts";
import { type Doing, liveWorkspaceOf, lockOrganization } from "../organizations/store.ts";

/** The columns of an invitation that its organization sees. */
export const invitationColumns = {
  id: invitations.id,
  email: invitations.email,
  role: invitations.role,
  created_by: invitations.created_by,
  created_at: invitations.created_at,
  expires_at: invitations.expires_at,
  max_uses: invitations.max_uses,
  uses: invitations.uses,
};

/**
 * What can still be accepted: in time, not used up, and given by somebody who could give it today. Who was removed,
 * suspended or demoted leaves no door open behind them.
 */
function isOpen(now: SQL): SQL | undefined {
  const inviter = sql`exists (select 1 from memberships join users on users.id = memberships.user_id
    where memberships.organization_id = ${invitations.organization_id}
    and memberships.user_id = ${invitations.created_by} and memberships.role in ('owner', 'admin')
    and memberships.disabled_at is null and users.disabled_at is null)`;
  return and(gt(invitations.expires_at, now), lt(invitations.uses, invitations.max_uses), inviter);
}

const SORTS = { created_at: byInstant(invitations.created_at) };

export function listInvitations(
  { db, deps, organization_id }: Pick<OpenContext, "db" | "deps"> & { organization_id: string },
  input: ListInvitations,
) {
  return listPage<Invitation>({
    db,
    name: "invitations",
    table: invitations,
    id: invitations.id,
    columns: invitationColumns,
    sorts: SORTS,
    filters: [
      {
        name: "open",
        condition: () =>
          and(
            eq(invitations.organization_id, sql.placeholder("organization_id")),
            isOpen(sql`${sql.placeholder("now")}::timestamptz`),
          ),
        values: { organization_id, now: instantNow(deps) },
      },
    ],
    page: { ...input, sort: "-created_at" },
  });
}

export type OpenInvitation = NonNullable<Awaited<ReturnType<typeof findByHash>>>;

async function findByHash(db: Db, token_hash: string, now: string) {
  const [row] = await db
    .select({
      id: invitations.id,
      organization: { id: organizations.id, name: organizations.name },
      email: invitations.email,
      role: invitations.role,
      expires_at: invitations.expires_at,
      invited_by: users.name,
    })
    .from(invitations)
    .innerJoin(organizations, eq(organizations.id, invitations.organization_id))
    .innerJoin(users, eq(users.id, invitations.created_by))
    .where(and(eq(invitations.token_hash, token_hash), isOpen(sql`${now}::timestamptz`)));
  return row ?? null;
}

/**
 * The invitation behind a token. Unknown, taken back, over and used up are one answer; wrong tokens of one network are
 * counted.
 * @throws not_found, auth_throttled
 */
export async function openInvitation(
  { db, deps, call }: OpenContext,
  token: string,
): Promise<OpenInvitation> {
  const network = throttledNetworkOf(call.exchange.ip);
  deps.invitationThrottle.begin(network);
  const invitation = await findByHash(db, invitationTokenHash(token), instantNow(deps));
  if (!invitation) throw invitationGone();
  deps.invitationThrottle.succeeded(network);
  return invitation;
}

/** @throws role_forbidden  it is for another address */
export function checkAddressee(invitation: OpenInvitation, email: string): void {
  if (invitation.email === null || invitation.email === email) return;
  throw new ProblemError("role_forbidden", "This invitation is for another e-mail address.");
}

function invitationGone(): ProblemError {
  return new ProblemError(
    "not_found",
    "This invitation does not hold: it was used, taken back or is over. Ask for a new one.",
  );
}

/**
 * Makes a person a member by an invitation, of which this is one use: parallel uses never exceed what it allows.
 * @throws not_found  it was used up or taken back meanwhile
 * @throws conflict  they are a member, maybe a suspended one
 */
export async function join(
  tx: Transaction,
  doing: Doing<SignedInPerson>,
  { id, organization, role }: OpenInvitation,
): Promise<void> {
  const { deps, caller } = doing;
  const { user } = caller;
  const now = instantNow(deps);
  if (!(await lockOrganization(tx, organization.id))) throw invitationGone();
  if (await membershipOf(tx, organization.id, user.id))
    throw conflict(`You belong to ${organization.name} already.`);
  const claimed = await tx
    .update(invitations)
    .set({ uses: sql`${invitations.uses} + 1`, updated_at: now, version: sql`${invitations.version} + 1` })
    .where(and(eq(invitations.id, id), isOpen(sql`${now}::timestamptz`)))
    .returning({ id: invitations.id });
  if (claimed.length === 0) throw invitationGone();
  const member = { organization_id: organization.id, user_id: user.id, role };
  await tx
    .insert(memberships)
    .values({ id: newId("membership"), ...member, created_at: now, updated_at: now });
  const data = { role, invitation_id: id };
  const event = { type: "member.joined", subject_id: user.id, subject_name: user.name, data } as const;
  const workspace_id = await liveWorkspaceOf(tx, organization.id);
  await recordEvent(tx, { ...doing, workspace_id }, event);
}
