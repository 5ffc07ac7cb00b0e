import { RemovedMember } from "@stowage/contract/members";
import { OrganizationRef } from "@stowage/contract/organizations";
import { notFound } from "../../problems.ts";
import type { PersonContext } from "../../trpc/context.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { announceEpochs } from "../api-keys/store.ts";
import { membershipOf, removeMembership } from "../members/store.ts";
import { lockOrganization } from "./store.ts";

/**
 * K44: leaves an organization; keys that act as the person end with it. Who is suspended may leave, too.
 * @throws not_found
 * @throws conflict  the last owner cannot leave
 */
export const leave = sessionOnly()
  .meta(rest("POST /organizations/{id}/leave", "Leave an organization"))
  .input(OrganizationRef)
  .output(RemovedMember)
  .mutation(({ ctx, input }) => leaveOrganization(ctx, input.id));

async function leaveOrganization(ctx: PersonContext, id: string): Promise<RemovedMember> {
  const { receipt, raised } = await ctx.db.transaction(async (tx) => {
    await lockOrganization(tx, id);
    const member = await membershipOf(tx, id, ctx.caller.user.id);
    if (!member) throw notFound("organization", id);
    return removeMembership(tx, ctx, member, "member left");
  });
  announceEpochs(ctx.deps, raised);
  return receipt;
}
