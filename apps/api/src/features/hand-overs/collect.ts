import { newKeySecret } from "@stowage/auth/key-store";
import {
  CollectedHandOver,
  CollectHandOver,
  HAND_OVER_INTERVAL_SECONDS,
  type HandOverStatus,
} from "@stowage/contract/hand-overs";
import type { Transaction } from "@stowage/db/prepared";
import { hand_overs } from "@stowage/db/schema/hand-overs";
import { and, eq, isNull } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { rejectForeignPages } from "../../gate/csrf.ts";
import { requireScopes } from "../../gate/rights.ts";
import { callerOfSession } from "../../gate/session-caller.ts";
import { draftKey, makeKey } from "../../grants/make-key.ts";
import type { OpenContext } from "../../trpc/context.ts";
import { open } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { apiKeyOf } from "../api-keys/store.ts";
import { statusOf } from "./policy.ts";
import { type HandOverRow, handOverOfDevice, keepSession, noteAsking } from "./store.ts";

/**
 * K16: tells a program what was decided, and gives it its key, once. The key is made in this moment, by the rights that
 * its approver has now, and only while the session lasts that approved it; so no secret waits anywhere to be fetched.
 * @throws not_found  no such device code, or one of long ago
 * @throws rate_limited  it asked a moment ago; wait as long as `Retry-After` says
 * @throws csrf_rejected  a web page of another site asks
 * @throws role_forbidden, escalation_denied  its approver has lost the right to make this key
 * @throws expiry_out_of_range, plan_restricted, validation_failed, limit_reached  the organization does not allow it any more
 */
export const collect = open()
  .meta(rest("POST /hand-overs/collect", "Collect an API key", { secret: true }))
  .input(CollectHandOver)
  .output(CollectedHandOver)
  .mutation(({ ctx, input }) => collectHandOver(ctx, input.device_code));

async function collectHandOver(ctx: OpenContext, device_code: string): Promise<CollectedHandOver> {
  rejectForeignPages(ctx.call.exchange.headers, ctx.deps.publicUrl());
  const row = await handOverOfDevice(ctx, device_code);
  const status = statusOf(row, ctx.deps.now());
  if (status === "refused" || status === "expired") return without(status);
  await noteAsking(ctx, row);
  return status === "pending" ? without(status) : keyFor(ctx, approvalOf(row));
}

function without(status: Exclude<HandOverStatus, "approved">): CollectedHandOver {
  return { status, interval_seconds: HAND_OVER_INTERVAL_SECONDS, api_key: null, key: null };
}

type Approval = ReturnType<typeof approvalOf>;

function approvalOf(row: HandOverRow) {
  const { approved_session_id: session_id, approved_organization_id: organization_id, terms } = row;
  if (session_id === null || organization_id === null || terms === null)
    throw new Error(`${row.id} was approved by nobody`);
  return { row, session_id, organization_id, terms };
}

/** Judges the approver as they are by now, and makes the key. */
async function keyFor(ctx: OpenContext, approval: Approval): Promise<CollectedHandOver> {
  const { db, deps, call } = ctx;
  const { row, terms } = approval;
  const { environment } = terms;
  // First, as it takes longest: what ends the approver meanwhile is seen.
  const secret = await newKeySecret({ format: deps.keyFormat, peppers: deps.peppers, environment });
  const caller = await callerOfSession(deps, { ...approval, environment });
  if (caller === null) return without("refused");
  requireScopes({ deps, call, caller }, ["api-keys:manage"]);
  const draft = await draftKey({ db, deps, caller }, terms);
  const hand_over = { id: row.id, client_name: row.client_name, asked_from_ip: row.ip };
  const making = db.transaction(async (tx) => {
    if (!(await claim(tx, ctx, row.id))) return null;
    const made = await makeKey(tx, { deps, call, caller }, draft, secret, { hand_over });
    if (!(await keepSession(tx, ctx, approval.session_id))) throw new ApproverLeft();
    return made;
  });
  const key = await making.catch(leftInTheMeantime);
  if (key === "refused") return without("refused");
  if (key === null) return without("expired");
  return {
    status: "approved",
    interval_seconds: HAND_OVER_INTERVAL_SECONDS,
    api_key: apiKeyOf(key, deps.now()),
    key: secret.key,
  };
}

/** Undoes the transaction that made the key: the session that approved it has ended meanwhile. */
class ApproverLeft extends Error {}

function leftInTheMeantime(thrown: unknown): "refused" {
  if (thrown instanceof ApproverLeft) return "refused";
  throw thrown;
}

/** Of many who collect at once, one is the first. */
async function claim(tx: Transaction, { deps }: OpenContext, id: string): Promise<boolean> {
  const claimed = await tx
    .update(hand_overs)
    .set({ collected_at: instantNow(deps) })
    .where(and(eq(hand_overs.id, id), isNull(hand_overs.collected_at)))
    .returning({ id: hand_overs.id });
  return claimed.length > 0;
}
