import { raiseKeyEpochs } from "@stowage/auth/key-store";
import { Member, UpdateMember } from "@stowage/contract/members";
import type { Transaction } from "@stowage/db/prepared";
import { memberships } from "@stowage/db/schema/identity";
import { eq, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { changesOf } from "../../writes/changes.ts";
import { announceEpochs } from "../api-keys/store.ts";
import { liveWorkspaceOf } from "../organizations/store.ts";
import { checkMemberChange, refuseTestKey } from "./policy.ts";
import { activeRoleOf, getMember, keepOwner, lockMember, type Membership } from "./store.ts";

/**
 * K24: changes a member's role, suspends them or lets them in again. Keys that act as them follow: this server judges
 * them anew from before the answer is sent, the others within a second.
 * @throws not_found
 * @throws role_forbidden  they stand above the caller, or would
 * @throws session_required  a key would give rights
 * @throws conflict  the last owner would be gone
 * @throws environment_mismatch  the caller is a test key
 */
export const update = scoped("users:write")
  .meta(rest("PATCH /users/{id}", "Change a member"))
  .input(UpdateMember)
  .output(Member)
  .mutation(({ ctx, input }) => updateMember(ctx, input));

async function updateMember(ctx: ScopedContext, input: UpdateMember): Promise<Member> {
  const { caller, deps } = ctx;
  const { id: organization_id } = caller.organization;
  const keys = { actsAs: input.id, organizationId: organization_id };
  const { member, raised } = await ctx.db.transaction(async (tx) => {
    const before = await lockMember(tx, organization_id, input.id);
    refuseTestKey(caller);
    const after = {
      ...before,
      role: input.role ?? before.role,
      is_active: input.active ?? before.is_active,
    };
    const role = await activeRoleOf(tx, organization_id, caller.user.id);
    checkMemberChange({ role, user_id: caller.user.id, auth_method: caller.auth_method }, before, after);
    const isChange = await writeMember(tx, ctx, before, after);
    const epochs = isChange ? await raiseKeyEpochs(tx, keys) : [];
    if (isChange) await recordChange(tx, ctx, before, after);
    return { member: await getMember({ db: tx, deps, organization_id }, before.user_id), raised: epochs };
  });
  announceEpochs(deps, raised);
  return member;
}

const standing = ({ role, is_active }: Membership) => ({ role, is_active });

/** @returns whether anything is different */
async function writeMember(
  tx: Transaction,
  { deps }: ScopedContext,
  before: Membership,
  after: Membership,
): Promise<boolean> {
  if (changesOf(standing(before), standing(after)).isEmpty) return false;
  if (after.role !== "owner" || !after.is_active) await keepOwner(tx, before);
  const now = instantNow(deps);
  await tx
    .update(memberships)
    .set({
      role: after.role,
      ...(before.is_active !== after.is_active && { disabled_at: after.is_active ? null : now }),
      updated_at: now,
      version: sql`${memberships.version} + 1`,
    })
    .where(eq(memberships.id, before.id));
  return true;
}

async function recordChange(tx: Transaction, ctx: ScopedContext, before: Membership, after: Membership) {
  const { changes } = changesOf(standing(before), standing(after));
  const workspace_id = await liveWorkspaceOf(tx, before.organization_id);
  const event = { type: "member.updated", subject_id: before.user_id, subject_name: before.name } as const;
  await recordEvent(tx, { ...ctx, workspace_id }, { ...event, changes });
}
