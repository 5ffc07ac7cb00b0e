import { setTimeout as sleep } from "node:timers/promises";
import { type KeyEpoch, type NewKeySecret, newKeySecret, raiseKeyEpochs } from "@stowage/auth/key-store";
import { type ApiKey, CreatedApiKey, RotateApiKey } from "@stowage/contract/api-keys";
import { newId } from "@stowage/db/new-id";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { api_key_secrets, api_keys } from "@stowage/db/schema/api-keys";
import { and, eq, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import { authenticate } from "../../gate/authenticate.ts";
import { ProblemError } from "../../problems.ts";
import { checkMayRotate } from "../../rotation/may-rotate.ts";
import { graceEnd, isRotating } from "../../rotation/rotating.ts";
import { livingSecretsUnscoped } from "../../rotation/secrets.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { checkAlive } from "./policy.ts";
import {
  type ApiKeyColumns,
  announceEpochs,
  apiKeyColumns,
  apiKeyOf,
  lockApiKey,
  readApiKey,
  visibleTo,
} from "./store.ts";

/**
 * A rotation without a grace is over as soon as it is written. It takes at least this long, so that those asked for at
 * the same moment, here or on another server, arrive before it is over and are refused, rather than follow it.
 */
const ROTATION_TAKES_MS = 500;

/**
 * K42: gives a key a new secret; its id, rights and history stay. The old secret dies at once unless a grace is asked
 * for, and with `activate: "first_use"` only once the new one is used. Of several at once, one succeeds.
 * @throws not_found
 * @throws conflict  the key has expired or was revoked
 * @throws rotation_in_progress
 * @throws escalation_denied  the new secret would give the caller what they lack
 * @throws recent_sign_in_required  the key has `admin:*`
 */
export const rotate = scoped("api-keys:manage")
  .meta(rest("POST /api-keys/{id}/rotate", "Rotate an API key", { secret: true, kept_without: "key" }))
  .input(RotateApiKey)
  .output(CreatedApiKey)
  .mutation(({ ctx, input }) => rotateApiKey(ctx, input));

async function rotateApiKey(ctx: ScopedContext, input: RotateApiKey): Promise<CreatedApiKey> {
  const { keysInRotation } = ctx.deps;
  const before = await readApiKey(ctx.db, input.id, visibleTo(ctx.caller));
  const replaced = await secretToReplace(ctx, ctx.db, before);
  if (keysInRotation.has(before.id)) throw inProgress(); // and would lose, after an Argon2 run for nothing
  keysInRotation.add(before.id);
  try {
    return await replaceSecret(ctx, input, { before, replaced });
  } finally {
    keysInRotation.delete(before.id);
  }
}

/** The secret is made outside the transaction: that takes longer than anybody should wait for a lock. */
async function replaceSecret(
  ctx: ScopedContext,
  input: RotateApiKey,
  { before, replaced }: { before: ApiKeyColumns; replaced: string },
): Promise<CreatedApiKey> {
  const { keyFormat, peppers } = ctx.deps;
  const isOverAtOnce = input.activate === "now" && input.grace_seconds === 0;
  const [secret] = await Promise.all([
    newKeySecret({ format: keyFormat, peppers, environment: before.environment }),
    isOverAtOnce && sleep(ROTATION_TAKES_MS),
  ]);
  // Whoever was ended meanwhile gets no secret. What a key that rotates itself may is seen below.
  if (ctx.caller.reach.api_key_id !== before.id) await authenticate(ctx.deps, ctx.call.exchange);
  const { key, raised } = await ctx.db.transaction((tx) => writeSecret(tx, ctx, input, { secret, replaced }));
  announceEpochs(ctx.deps, raised);
  return { ...key, key: secret.key };
}

/** The id of the secret that a rotation would replace, if the caller may and none was faster. */
async function secretToReplace(
  { deps, caller, call }: ScopedContext,
  db: Db | Transaction,
  key: ApiKeyColumns,
): Promise<string> {
  checkAlive(key, deps.now());
  const { arrived_at } = call.exchange;
  if (isRotating(key, deps.now()) || wasRotatedSince(key, arrived_at)) throw inProgress();
  await checkMayRotate(db, caller, key, deps.now());
  return (await livingSecretsUnscoped(db, key.id, instantNow(deps))).own.id;
}

function wasRotatedSince({ rotation_started_at }: ApiKeyColumns, ms: number): boolean {
  return rotation_started_at !== null && Date.parse(rotation_started_at) > ms;
}

async function writeSecret(
  tx: Transaction,
  ctx: ScopedContext,
  { id, grace_seconds, activate }: RotateApiKey,
  { secret, replaced }: { secret: NewKeySecret; replaced: string },
): Promise<{ key: ApiKey; raised: KeyEpoch[] }> {
  const { deps, caller } = ctx;
  const within = visibleTo(caller);
  const before = await lockApiKey(tx, id, within);
  if ((await secretToReplace(ctx, tx, before)) !== replaced) throw inProgress();
  const now = instantNow(deps);
  const isNow = activate === "now";
  const ends_at = isNow ? graceEnd(deps.now(), grace_seconds, before.expires_at) : null;
  await tx
    .update(api_key_secrets)
    .set({ prefix: before.prefix, ends_at, uses: 0 })
    .where(eq(api_key_secrets.id, replaced));
  await tx.insert(api_key_secrets).values({
    id: newId("api_key_secret"),
    api_key_id: id,
    mac: secret.mac,
    phc: secret.phc,
    created_at: now,
    activated_at: isNow ? now : null,
  });
  const [row] = await tx
    .update(api_keys)
    .set({
      prefix: secret.prefix,
      rotation_started_at: now,
      rotation_ends_at: ends_at,
      rotation_grace_seconds: grace_seconds,
      updated_at: now,
      version: sql`${api_keys.version} + 1`,
      ...(isNow && { rotated_at: now }),
    })
    .where(and(within, eq(api_keys.id, id)))
    .returning(apiKeyColumns);
  if (!row) throw new Error("the row is locked, so it is there");
  const raised = await raiseKeyEpochs(tx, { keyIds: [id] });
  const data = { grace_seconds, activate, old_secret_ends_at: ends_at };
  const event = { type: "api_key.rotated", subject_id: id, subject_name: row.name, data } as const;
  await recordEvent(tx, { ...ctx, workspace_id: before.workspace_id }, event);
  return { key: apiKeyOf(row, deps.now()), raised };
}

function inProgress(): ProblemError {
  return new ProblemError(
    "rotation_in_progress",
    "This key is being rotated. If its old secret still works, finish that, cancel it, or wait until it has ended.",
  );
}
