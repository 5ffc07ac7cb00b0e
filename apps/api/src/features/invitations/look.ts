import { InvitationByToken, InvitationPreview } from "@stowage/contract/invitations";
import { users } from "@stowage/db/schema/identity";
import { eq } from "drizzle-orm";
import type { OpenContext } from "../../trpc/context.ts";
import { open } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { openInvitation } from "./store.ts";

/**
 * Where an invitation leads, for whoever has its link.
 * @throws not_found  unknown, used, taken back or over: one answer
 * @throws auth_throttled
 */
export const look = open()
  .meta(rest("POST /invitations/look", "Look at an invitation", { secret: true }))
  .input(InvitationByToken)
  .output(InvitationPreview)
  .mutation(async ({ ctx, input }) => {
    const { organization, role, email, invited_by, expires_at } = await openInvitation(ctx, input.token);
    const has_account = email === null ? null : await hasAccount(ctx, email);
    return { organization, role, email, invited_by, expires_at, has_account };
  });

async function hasAccount({ db }: OpenContext, email: string): Promise<boolean> {
  const found = await db.select({ id: users.id }).from(users).where(eq(users.email, email));
  return found.length > 0;
}
