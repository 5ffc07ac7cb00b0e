import { deviceCodeHash } from "@stowage/auth/hand-over-codes";
import { HAND_OVER_INTERVAL_SECONDS, type HandOver } from "@stowage/contract/hand-overs";
import type { Transaction } from "@stowage/db/prepared";
import { hand_overs } from "@stowage/db/schema/hand-overs";
import { sessions } from "@stowage/db/schema/identity";
import { and, eq, gt, isNull, lte, or, type SQL } from "drizzle-orm";
import { type Deps, instantNow } from "../../deps.ts";
import { throttledNetworkOf } from "../../gate/network-throttle.ts";
import { ProblemError } from "../../problems.ts";
import type { OpenContext, PersonContext } from "../../trpc/context.ts";
import { secondsToWait, statusOf } from "./policy.ts";

/**
 * Programs that may wait at a time, of all networks together: a flood from many takes a few megabytes and no more, and no
 * instance has as many people who type a code within ten minutes.
 */
export const WAITING_MAX = 10_000;
const WAITING_RETRY_SECONDS = 60;

export type HandOverRow = typeof hand_overs.$inferSelect;

/** It waits for somebody to decide, and nobody has yet. */
export function isPending(deps: Pick<Deps, "now">): SQL | undefined {
  return and(
    gt(hand_overs.expires_at, instantNow(deps)),
    isNull(hand_overs.approved_at),
    isNull(hand_overs.refused_at),
  );
}

/**
 * The hand-over whose code a person has typed. Unknown, decided and over are one answer; wrong codes are counted, by
 * person and by network, so that nobody finds the code of somebody else's program.
 * @throws not_found, auth_throttled
 */
export async function pendingHandOver(ctx: PersonContext, user_code: string): Promise<HandOverRow> {
  const { db, deps, call, caller } = ctx;
  const holders = [`user ${caller.user.id}`, `network ${throttledNetworkOf(call.exchange.ip)}`];
  for (const holder of holders) deps.handOverThrottle.begin(holder);
  const [row] = await db
    .select()
    .from(hand_overs)
    .where(and(eq(hand_overs.user_code, user_code), isPending(deps)));
  if (!row) throw codeGone();
  for (const holder of holders) deps.handOverThrottle.succeeded(holder);
  return row;
}

export function codeGone(): ProblemError {
  return new ProblemError(
    "not_found",
    "No program waits with this code: it was mistyped, used, or is over. Look at the program again, or start it anew.",
  );
}

/** A hand-over as the person sees it who is asked. */
export function handOverOf(row: HandOverRow, { deps, call }: PersonContext): HandOver {
  return {
    client_name: row.client_name,
    scopes: row.wished_scopes,
    environment: row.wished_environment,
    ip: row.ip,
    user_agent: row.user_agent,
    is_same_network: throttledNetworkOf(row.ip) === throttledNetworkOf(call.exchange.ip),
    status: statusOf(row, deps.now()),
    created_at: row.created_at,
    expires_at: row.expires_at,
  };
}

/** @throws auth_throttled  as many programs wait as may */
export async function checkRoom({ db, deps }: OpenContext): Promise<void> {
  const [last] = await db
    .select({ id: hand_overs.id })
    .from(hand_overs)
    .where(gt(hand_overs.expires_at, instantNow(deps)))
    .orderBy(hand_overs.expires_at)
    .offset(WAITING_MAX - 1)
    .limit(1);
  if (!last) return;
  throw new ProblemError(
    "auth_throttled",
    `Too many programs wait for a key. Wait ${WAITING_RETRY_SECONDS} s, then try again.`,
    { retry_after: WAITING_RETRY_SECONDS, headers: { "retry-after": String(WAITING_RETRY_SECONDS) } },
  );
}

/**
 * The hand-over that a program asks about. Wrong codes are not counted: 256 bits are guessed by nobody, and a count would
 * let one program of a network keep all others there from their keys.
 * @throws not_found
 */
export async function handOverOfDevice({ db }: OpenContext, device_code: string): Promise<HandOverRow> {
  const [row] = await db
    .select()
    .from(hand_overs)
    .where(eq(hand_overs.device_code_hash, deviceCodeHash(device_code)));
  if (!row)
    throw new ProblemError(
      "not_found",
      "Nothing waits under this device code. Begin again: POST /hand-overs.",
    );
  return row;
}

/**
 * Whether a session goes on, seen from within `tx`, and then until that has ended. To be asked last: who ends the session
 * waits for `tx`, which by then waits for nobody.
 */
export async function keepSession(tx: Transaction, { deps }: OpenContext, id: string): Promise<boolean> {
  const kept = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, id), gt(sessions.expires_at, instantNow(deps))))
    .for("key share", { skipLocked: true }); // locked against this, it is being ended
  return kept.length > 0;
}

/**
 * Notes that a program asks, once in {@link HAND_OVER_INTERVAL_SECONDS}, however many servers it asks.
 * @throws rate_limited  it asked a moment ago
 */
export async function noteAsking({ db, deps }: OpenContext, { id, asked_at }: HandOverRow): Promise<void> {
  const nowMs = deps.now();
  const before = new Date(nowMs - HAND_OVER_INTERVAL_SECONDS * 1_000).toISOString();
  const noted = await db
    .update(hand_overs)
    .set({ asked_at: new Date(nowMs).toISOString() })
    .where(and(eq(hand_overs.id, id), or(isNull(hand_overs.asked_at), lte(hand_overs.asked_at, before))))
    .returning({ id: hand_overs.id });
  if (noted.length > 0) return;
  const retry_after = secondsToWait(asked_at ?? new Date(nowMs).toISOString(), nowMs);
  throw new ProblemError(
    "rate_limited",
    `Ask every ${HAND_OVER_INTERVAL_SECONDS} s at the most. Wait ${retry_after} s, then ask again.`,
    { retry_after, headers: { "retry-after": String(retry_after) } },
  );
}
