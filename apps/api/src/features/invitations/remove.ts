import { DeletedInvitation, InvitationRef } from "@stowage/contract/invitations";
import { invitations } from "@stowage/db/schema/identity";
import { and, eq } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { notFound } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { refuseTestKey } from "../members/policy.ts";

/**
 * Takes an invitation back.
 * @throws not_found
 * @throws environment_mismatch  the caller is a test key
 */
export const remove = scoped("users:write")
  .meta(rest("DELETE /invitations/{id}", "Take an invitation back"))
  .input(InvitationRef)
  .output(DeletedInvitation)
  .mutation(({ ctx, input }) => removeInvitation(ctx, input.id));

function removeInvitation({ db, deps, caller }: ScopedContext, id: string) {
  return db.transaction(async (tx) => {
    const removed = await tx
      .delete(invitations)
      .where(and(eq(invitations.organization_id, caller.organization.id), eq(invitations.id, id)))
      .returning({ id: invitations.id });
    if (removed.length === 0) throw notFound("invitation", id);
    refuseTestKey(caller);
    return { id, deleted_at: instantNow(deps) };
  });
}
