import { DeletedOrganization, OrganizationRef } from "@stowage/contract/organizations";
import { instantNow } from "../../deps.ts";
import { requireRecentSignIn } from "../../gate/recent-sign-in.ts";
import { notFound, ProblemError } from "../../problems.ts";
import type { PersonContext } from "../../trpc/context.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { announceEpochs } from "../api-keys/store.ts";
import { activeRoleOf } from "../members/store.ts";
import { deleteOrganization, lockOrganization } from "./store.ts";

/**
 * K44: ends an organization with all that it holds; its keys stop in the same transaction. For its owners alone.
 * @throws not_found, role_forbidden, recent_sign_in_required
 */
export const remove = sessionOnly()
  .meta(rest("DELETE /organizations/{id}", "Delete an organization"))
  .input(OrganizationRef)
  .output(DeletedOrganization)
  .mutation(({ ctx, input }) => removeOrganization(ctx, input.id));

async function removeOrganization(ctx: PersonContext, id: string) {
  const { deps, caller } = ctx;
  const raised = await ctx.db.transaction(async (tx) => {
    await lockOrganization(tx, id);
    const role = await activeRoleOf(tx, id, caller.user.id);
    if (role === null) throw notFound("organization", id);
    if (role !== "owner")
      throw new ProblemError("role_forbidden", "Only an owner may delete an organization.");
    requireRecentSignIn(caller, deps.now());
    return deleteOrganization(tx, id);
  });
  announceEpochs(deps, raised);
  deps.log.info({ organization_id: id, user_id: caller.user.id }, "organization deleted");
  return { id, deleted_at: instantNow(deps) };
}
