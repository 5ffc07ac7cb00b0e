import { newInvitationToken } from "@stowage/auth/invitation-token";
import { CreatedInvitation, InviteMember } from "@stowage/contract/invitations";
import { INVITATION_MAILS_A_DAY_MAX } from "@stowage/contract/limits";
import { newId } from "@stowage/db/new-id";
import type { Transaction } from "@stowage/db/prepared";
import { events } from "@stowage/db/schema/events";
import { invitations } from "@stowage/db/schema/identity";
import { and, count, eq, gt, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import { enqueueMail } from "../../mail/enqueue-mail.ts";
import { limitReached } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { invitationColumns } from "../invitations/store.ts";
import { liveWorkspaceOf, lockOrganization } from "../organizations/store.ts";
import { checkKeyInvites, checkReach, refuseBoundKey, refuseTestKey } from "./policy.ts";
import { activeRoleOf } from "./store.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * Invites somebody as admin at the most; the link is in this answer alone, and in the mail when there is an address and
 * a mail server. It holds for as long as its maker could give it.
 * @throws environment_mismatch  the caller is a test key
 * @throws escalation_denied  a key would give more than it has
 * @throws limit_reached  100 people were invited by address within a day
 */
export const invite = scoped("users:write")
  .meta(
    rest("POST /users", "Invite a member", {
      status: 201,
      secret: true,
      kept_without: "url",
      location: "/api/v1/invitations",
    }),
  )
  .input(InviteMember)
  .output(CreatedInvitation)
  .mutation(({ ctx, input }) => inviteMember(ctx, input));

async function inviteMember(ctx: ScopedContext, input: InviteMember): Promise<CreatedInvitation> {
  const { caller, deps } = ctx;
  refuseTestKey(caller);
  refuseBoundKey(caller);
  checkKeyInvites(caller, input.role);
  const { organization, user, auth_method } = caller;
  const { email, role, max_uses } = input;
  const { token, hash } = newInvitationToken();
  const url = `${deps.publicUrl()}/join#token=${token}`; // a fragment never reaches a server, so no log has it
  const created_at = instantNow(deps);
  const expires_at = new Date(deps.now() + input.expires_in_days * DAY_MS).toISOString();
  const row = await ctx.db.transaction(async (tx) => {
    await lockOrganization(tx, organization.id);
    const current = await activeRoleOf(tx, organization.id, user.id);
    checkReach({ role: current, user_id: user.id, auth_method }, { role });
    const workspace_id = await liveWorkspaceOf(tx, organization.id);
    if (email !== null) await checkMailCount(tx, workspace_id, deps.now());
    const [invitation] = await tx
      .insert(invitations)
      .values({
        id: newId("invitation"),
        organization_id: organization.id,
        email,
        role,
        token_hash: hash,
        created_by: user.id,
        expires_at,
        max_uses,
        created_at,
        updated_at: created_at,
      })
      .returning(invitationColumns);
    if (!invitation) throw new Error("an insert returns its row");
    if (email !== null) await enqueueMail(tx, deps, mailOf({ email, url, expires_at }, ctx));
    const data = { email, role, max_uses, expires_at };
    const event = {
      type: "member.invited",
      subject_id: invitation.id,
      subject_name: email ?? "A link",
    } as const;
    await recordEvent(tx, { ...ctx, workspace_id }, { ...event, data });
    return invitation;
  });
  return { ...row, url, mailed: email !== null && deps.config.smtp_url !== undefined };
}

/** Taken-back invitations count: nobody sends mail to the whole world through an organization of theirs. */
async function checkMailCount(tx: Transaction, workspace_id: string, nowMs: number): Promise<void> {
  const [row] = await tx
    .select({ total: count() })
    .from(events)
    .where(
      and(
        eq(events.workspace_id, workspace_id),
        eq(events.type, "member.invited"),
        gt(events.created_at, new Date(nowMs - DAY_MS).toISOString()),
        sql`${events.data} ->> 'email' is not null`,
      ),
    );
  if (row && row.total >= INVITATION_MAILS_A_DAY_MAX)
    throw limitReached(
      `At most ${INVITATION_MAILS_A_DAY_MAX} people are invited by address within a day. Make a link for several.`,
    );
}

function mailOf(
  { email, url, expires_at }: { email: string; url: string; expires_at: string },
  { caller: { user, organization } }: ScopedContext,
) {
  const text = [
    `${user.name} (${user.email}) invites you to ${organization.name} on Stowage.`,
    `To accept, open this link before ${expires_at.slice(0, 10)}:`,
    url,
    "Whoever has the link and this address can use it. If you did not expect it, leave it alone.",
  ].join("\n\n");
  return { to: email, subject: `${user.name} invites you to ${organization.name}`, text };
}
