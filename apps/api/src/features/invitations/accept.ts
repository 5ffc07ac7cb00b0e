import { InvitationByToken } from "@stowage/contract/invitations";
import { Organization } from "@stowage/contract/organizations";
import type { PersonContext } from "../../trpc/context.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getOrganization, organizationOf } from "../organizations/store.ts";
import { checkAddressee, join, openInvitation } from "./store.ts";

/**
 * Joins the organization of an invitation.
 * @throws not_found  unknown, used, taken back or over: one answer
 * @throws role_forbidden  it is for another address
 * @throws conflict  already a member
 * @throws auth_throttled
 */
export const accept = sessionOnly()
  .meta(rest("POST /invitations/accept", "Accept an invitation"))
  .input(InvitationByToken)
  .output(Organization)
  .mutation(({ ctx, input }) => acceptInvitation(ctx, input.token));

async function acceptInvitation(ctx: PersonContext, token: string): Promise<Organization> {
  const invitation = await openInvitation(ctx, token);
  checkAddressee(invitation, ctx.caller.user.email);
  await ctx.db.transaction((tx) => join(tx, ctx, invitation));
  return organizationOf(await getOrganization(ctx.db, ctx.caller, invitation.organization.id));
}
