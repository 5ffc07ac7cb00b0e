import { newId } from "@stowage/db/new-id";
import type { Db } from "@stowage/db/open-database";
import { prepared, type Transaction } from "@stowage/db/prepared";
import { idempotencyKeys } from "@stowage/db/schema/transfers";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { KeptAnswer } from "./kept-answer.ts";

/** What a caller names a request by: the same name, caller and route is the same request. */
export interface RequestName {
  caller: string;
  route: string;
  key: string;
}

/** What is found under a name: nobody's yet and now ours, somebody's, or done. */
export type Found =
  | { is: "ours"; claim: string }
  | { is: "running"; input_hash: string }
  | { is: "done"; input_hash: string; answer: KeptAnswer };

interface Times {
  /** RFC 3339. */
  now: string;
  /** Claims from before then without an answer are of a server that stopped. */
  abandoned_before: string;
  /** What is older counts no longer. */
  kept_since: string;
}

/** Takes a request in hand, unless it is or was in hand already. Of several at once, one gets it. */
export async function claimRequest(
  db: Db,
  name: RequestName,
  input_hash: string,
  times: Times,
): Promise<Found> {
  for (;;) {
    const claim = newId("request");
    const taken = await claimStatement(db).execute({ ...name, ...times, input_hash, claim });
    if (taken.length > 0) return { is: "ours", claim };
    const [found] = await readStatement(db).execute({ ...name });
    if (found?.answer)
      return { is: "done", input_hash: found.input_hash, answer: found.answer as KeptAnswer }; // as it was written
    if (found) return { is: "running", input_hash: found.input_hash };
    // Let go between the two statements: it is to be had again.
  }
}

/** A request in hand. */
export interface Claim {
  name: RequestName;
  claim: string;
}

/** @returns whether the request is still ours; another server may have taken it for abandoned */
export async function keepUnder(db: Db | Transaction, mine: Claim, answer: KeptAnswer): Promise<boolean> {
  const kept = await db
    .update(idempotencyKeys)
    .set({ answer })
    .where(isOurs(mine))
    .returning({ claim: idempotencyKeys.claim });
  return kept.length > 0;
}

/** The same, unless an answer was kept with the work itself: that stays, whatever went wrong after it. */
export async function keepIfNone(db: Db, mine: Claim, answer: KeptAnswer): Promise<void> {
  await db
    .update(idempotencyKeys)
    .set({ answer })
    .where(and(isOurs(mine), isNull(idempotencyKeys.answer)));
}

/** Says that the work is still in hand. */
export async function renew(db: Db, mine: Claim, claimed_at: string): Promise<void> {
  await db
    .update(idempotencyKeys)
    .set({ claimed_at })
    .where(and(isOurs(mine), isNull(idempotencyKeys.answer)));
}

/** Lets go of a request without an answer. */
export async function release(db: Db, mine: Claim): Promise<void> {
  await db.delete(idempotencyKeys).where(and(isOurs(mine), isNull(idempotencyKeys.answer)));
}

const isOurs = ({ name, claim }: Claim) =>
  and(
    eq(idempotencyKeys.caller, name.caller),
    eq(idempotencyKeys.route, name.route),
    eq(idempotencyKeys.key, name.key),
    eq(idempotencyKeys.claim, claim),
  );

const value = (name: string) => sql.placeholder(name);

function claimStatement(db: Db) {
  return prepared(db, "idempotency_claim", (prepare) =>
    prepare
      .insert(idempotencyKeys)
      .values({
        caller: value("caller"),
        route: value("route"),
        key: value("key"),
        input_hash: value("input_hash"),
        claim: value("claim"),
        claimed_at: value("now"),
      })
      .onConflictDoUpdate({
        target: [idempotencyKeys.caller, idempotencyKeys.route, idempotencyKeys.key],
        set: {
          input_hash: sql`excluded.input_hash`,
          claim: sql`excluded.claim`,
          claimed_at: sql`excluded.claimed_at`,
          answer: null,
        },
        setWhere: sql`${idempotencyKeys.claimed_at} < ${value("kept_since")}::timestamptz or (
          ${idempotencyKeys.answer} is null and ${idempotencyKeys.input_hash} = excluded.input_hash
          and ${idempotencyKeys.claimed_at} < ${value("abandoned_before")}::timestamptz)`,
      })
      .returning({ claim: idempotencyKeys.claim }),
  );
}

function readStatement(db: Db) {
  return prepared(db, "idempotency_read", (prepare) =>
    prepare
      .select({ input_hash: idempotencyKeys.input_hash, answer: idempotencyKeys.answer })
      .from(idempotencyKeys)
      .where(
        and(
          eq(idempotencyKeys.caller, value("caller")),
          eq(idempotencyKeys.route, value("route")),
          eq(idempotencyKeys.key, value("key")),
        ),
      ),
  );
}
