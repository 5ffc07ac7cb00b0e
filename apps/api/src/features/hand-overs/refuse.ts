import { HandOver, HandOverByCode } from "@stowage/contract/hand-overs";
import { hand_overs } from "@stowage/db/schema/hand-overs";
import { and, eq } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import type { PersonContext } from "../../trpc/context.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { codeGone, handOverOf, isPending, pendingHandOver } from "./store.ts";

/**
 * K16: lets a program go without a key. It is told when it asks next, and its code is used up.
 * @throws not_found  unknown, decided or over: one answer
 * @throws auth_throttled  too many wrong codes
 */
export const refuse = sessionOnly()
  .meta(rest("POST /hand-overs/refuse", "Refuse a program a key"))
  .input(HandOverByCode)
  .output(HandOver)
  .mutation(({ ctx, input }) => refuseHandOver(ctx, input.user_code));

async function refuseHandOver(ctx: PersonContext, user_code: string): Promise<HandOver> {
  const { deps, call, caller } = ctx;
  const { id } = await pendingHandOver(ctx, user_code);
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .update(hand_overs)
      .set({ refused_at: instantNow(deps) })
      .where(and(eq(hand_overs.id, id), isPending(deps)))
      .returning();
    if (!row) throw codeGone();
    if (caller.organization !== null)
      await recordEvent(
        tx,
        { deps, call, caller, workspace_id: caller.workspace_id },
        {
          type: "hand_over.refused",
          subject_id: row.id,
          subject_name: row.client_name,
          data: { asked_from_ip: row.ip, scopes: row.wished_scopes },
        },
      );
    return handOverOf(row, ctx);
  });
}
