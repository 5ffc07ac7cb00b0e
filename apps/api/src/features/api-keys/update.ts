import { type KeyEpoch, raiseKeyEpochs } from "@stowage/auth/key-store";
import { ApiKey, UpdateApiKey } from "@stowage/contract/api-keys";
import type { Transaction } from "@stowage/db/prepared";
import { api_keys } from "@stowage/db/schema/api-keys";
import { and, eq, sql } from "drizzle-orm";
import { checkPlaces, strayPlaces } from "../../bounds/stray-places.ts";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import { reachInto } from "../../gate/caller.ts";
import { requireRecentSignIn } from "../../gate/recent-sign-in.ts";
import { excessOf, isLater, type KeyRights } from "../../grants/excess.ts";
import {
  checkFuture,
  checkLifetime,
  checkRateLimit,
  checkRenewal,
  organizationRules,
} from "../../grants/organization-rules.ts";
import { checkMayActAs } from "../../grants/subject.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { changesOf } from "../../writes/changes.ts";
import { checkAlive, checkMuting, checkRaise, lifetimeSeconds } from "./policy.ts";
import {
  announceEpochs,
  apiKeyColumns,
  apiKeyOf,
  type LockedApiKey,
  lockApiKey,
  visibleTo,
} from "./store.ts";

/**
 * K32: changes a key; its secret stays. Fields that are not sent stay. Whoever sees a key may narrow it.
 * @throws not_found
 * @throws conflict  the key has expired or was revoked
 * @throws session_required  a key would give a key more than it has, or mute its alerts
 * @throws escalation_denied  the person lacks what the key would have, is no admin and it acts as somebody else, or it acts
 * as somebody of a higher role
 * @throws expiry_out_of_range, plan_restricted
 * @throws validation_failed  a place that is not there, or a limit above the plan's
 * @throws recent_sign_in_required  `admin:*` is added
 */
export const update = scoped("api-keys:manage")
  .meta(rest("PATCH /api-keys/{id}", "Change, disable or enable an API key"))
  .input(UpdateApiKey)
  .output(ApiKey)
  .mutation(async ({ ctx, input }) => {
    const { key, raised } = await updateApiKey(ctx, input);
    announceEpochs(ctx.deps, raised);
    return key;
  });

type Patch = Omit<UpdateApiKey, "id" | "active"> & { disabled_at?: string | null };

function updateApiKey(ctx: ScopedContext, { id, active, ...sent }: UpdateApiKey) {
  const { deps, caller } = ctx;
  const now = instantNow(deps);
  return ctx.db.transaction(async (tx): Promise<{ key: ApiKey; raised: KeyEpoch[] }> => {
    const { workspace_id, ...before } = await lockApiKey(tx, id, visibleTo(caller));
    checkAlive(before, deps.now());
    const patch: Patch = {
      ...sent,
      ...(active !== undefined && { disabled_at: disabledAt(before, active, now) }),
    };
    const { values, changes, isEmpty } = changesOf(before, patch);
    if (isEmpty) return { key: apiKeyOf(before, deps.now()), raised: [] };
    await checkChange(tx, ctx, { ...before, workspace_id }, values);
    const { expires_at } = values;
    const [row] = await tx
      .update(api_keys)
      .set({
        ...values,
        ...(expires_at !== undefined && { lifetime_seconds: lifetimeSeconds(expires_at, deps.now()) }),
        ...(values.scopes !== undefined && { scopes_set_at: now }),
        updated_at: now,
        version: sql`${api_keys.version} + 1`,
      })
      .where(and(visibleTo(caller), eq(api_keys.id, before.id)))
      .returning(apiKeyColumns);
    if (!row) throw new Error("the row is locked, so it is there");
    const raised = await raiseKeyEpochs(tx, { keyIds: [id] });
    const event = { type: "api_key.updated", subject_id: id, subject_name: row.name, changes } as const;
    await recordEvent(tx, { ...ctx, workspace_id }, event);
    return { key: apiKeyOf(row, deps.now()), raised };
  });
}

/** What a change must keep to: who may raise a key, and what the organization allows its keys. */
async function checkChange(tx: Transaction, ctx: ScopedContext, before: LockedApiKey, values: Patch) {
  const { caller, deps } = ctx;
  const after: KeyRights = { ...before, ...values };
  if (await isRaise(tx, ctx, before, values)) {
    checkRaise(caller, after);
    await checkMayActAs(tx, caller, before.acts_as);
  }
  checkMuting(caller, before, values);
  if (caller.auth_method === "session" && addsEverything(before, after))
    requireRecentSignIn(caller, deps.now());
  const rules = await organizationRules(tx, caller.organization.id);
  if (values.expires_at) checkFuture(values.expires_at, deps.now());
  if (isLater(after.expires_at, before.expires_at)) checkLifetime(after.expires_at, deps.now(), rules);
  if (values.rate_limit) checkRateLimit(values.rate_limit, rules);
  if (values.auto_renew || values.expires_at === null) checkRenewal(after, rules);
}

/** @throws validation_failed  a place that is not there for the caller */
async function isRaise(tx: Transaction, { caller }: ScopedContext, before: LockedApiKey, values: Patch) {
  const reach = reachInto(before.workspace_id, caller);
  const places = values.location_ids ?? [];
  await checkPlaces(tx, reach, places);
  const stray = places.length > 0 ? await strayPlaces(tx, reach, places, before.location_ids) : [];
  return excessOf({ ...before, ...values }, before, stray).length > 0;
}

function addsEverything(before: KeyRights, after: KeyRights): boolean {
  return after.scopes.includes("admin:*") && !before.scopes.includes("admin:*");
}

/** Disabling twice keeps the first time. */
function disabledAt(before: { disabled_at: string | null }, active: boolean, now: string): string | null {
  return active ? null : (before.disabled_at ?? now);
}
