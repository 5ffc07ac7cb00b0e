import { MemberRef, RemovedMember } from "@stowage/contract/members";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { announceEpochs } from "../api-keys/store.ts";
import { checkReach, refuseTestKey } from "./policy.ts";
import { activeRoleOf, lockMember, removeMembership } from "./store.ts";

/**
 * K44: takes a member out; the keys that act as them end in the same transaction.
 * @throws not_found
 * @throws role_forbidden  they stand above the caller
 * @throws conflict  they are the last owner
 * @throws environment_mismatch  the caller is a test key
 */
export const remove = scoped("users:write")
  .meta(rest("DELETE /users/{id}", "Remove a member"))
  .input(MemberRef)
  .output(RemovedMember)
  .mutation(({ ctx, input }) => removeMember(ctx, input.id));

async function removeMember(ctx: ScopedContext, id: string): Promise<RemovedMember> {
  const { caller } = ctx;
  const { id: organization_id } = caller.organization;
  const { receipt, raised } = await ctx.db.transaction(async (tx) => {
    const member = await lockMember(tx, organization_id, id);
    refuseTestKey(caller);
    const role = await activeRoleOf(tx, organization_id, caller.user.id);
    checkReach({ role, user_id: caller.user.id, auth_method: caller.auth_method }, member);
    return removeMembership(tx, ctx, member, "member removed");
  });
  announceEpochs(ctx.deps, raised);
  return receipt;
}
