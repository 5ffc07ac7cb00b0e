import { ApproveHandOver, HandOver } from "@stowage/contract/hand-overs";
import { hand_overs } from "@stowage/db/schema/hand-overs";
import { and, eq } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import { requireScopes } from "../../gate/rights.ts";
import { draftKey, requireRecentFor } from "../../grants/make-key.ts";
import type { PersonContext } from "../../trpc/context.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { termsOf } from "./policy.ts";
import { codeGone, handOverOf, isPending, pendingHandOver } from "./store.ts";

/**
 * K16: lets a program have a key of this organization, on the terms given here and not on those it wished for. The key is
 * made when the program collects it, with the rights that its approver has by then. A key approves nothing.
 * @throws not_found  unknown, decided or over: one answer
 * @throws auth_throttled  too many wrong codes
 * @throws role_forbidden  the role makes no keys, or the organization leaves this to its admins
 * @throws escalation_denied  it would have a scope that its approver lacks
 * @throws expiry_out_of_range, plan_restricted
 * @throws validation_failed  a place that is not there, or a limit above the plan's
 * @throws recent_sign_in_required  it would have `admin:*`
 */
export const approve = sessionOnly()
  .meta(rest("POST /hand-overs/approve", "Let a program have a key"))
  .input(ApproveHandOver)
  .output(HandOver)
  .mutation(({ ctx, input }) => approveHandOver(ctx, input));

async function approveHandOver(ctx: PersonContext, input: ApproveHandOver): Promise<HandOver> {
  const { db, deps, call, caller } = ctx;
  const { id, client_name } = await pendingHandOver(ctx, input.user_code);
  if (caller.organization === null) throw caller.refusal;
  requireScopes({ deps, call, caller }, ["api-keys:manage"]);
  const terms = termsOf(input, client_name);
  const { workspace_id } = await draftKey({ db, deps, caller }, terms);
  requireRecentFor(caller, terms.scopes, deps.now());
  return db.transaction(async (tx) => {
    const [row] = await tx
      .update(hand_overs)
      .set({
        approved_at: instantNow(deps),
        approved_session_id: caller.session_id,
        approved_organization_id: caller.organization.id,
        terms,
      })
      .where(and(eq(hand_overs.id, id), isPending(deps)))
      .returning();
    if (!row) throw codeGone();
    const { name: _name, description: _description, active: _active, ...granted } = terms;
    await recordEvent(
      tx,
      { deps, call, caller, workspace_id },
      {
        type: "hand_over.approved",
        subject_id: row.id,
        subject_name: row.client_name,
        data: { asked_from_ip: row.ip, ...granted },
      },
    );
    return handOverOf(row, ctx);
  });
}
