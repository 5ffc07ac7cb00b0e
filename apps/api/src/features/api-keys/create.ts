import { newKeySecret } from "@stowage/auth/key-store";
import { CreateApiKey, CreatedApiKey } from "@stowage/contract/api-keys";
import type { Environment } from "@stowage/contract/environments";
import { ORGANIZATION_API_KEYS_MAX } from "@stowage/contract/limits";
import { newId } from "@stowage/db/new-id";
import type { Transaction } from "@stowage/db/prepared";
import { api_key_secrets, api_keys } from "@stowage/db/schema/api-keys";
import { workspaces } from "@stowage/db/schema/identity";
import { and, count, eq, isNull } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import { limitReached } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { checkExpiry, checkMakerBounds, grantedScopes } from "./policy.ts";
import { apiKeyColumns, apiKeyOf } from "./store.ts";

/**
 * Makes a key that acts as its maker. The secret stands in this answer and nowhere else.
 * @throws escalation_denied  it would have a scope, an environment or a lifetime that its maker lacks
 * @throws expiry_out_of_range
 * @throws limit_reached  10,000 keys that are not revoked
 */
export const create = scoped("api-keys:manage", "session_required")
  .meta(rest("POST /api-keys", "Create an API key", { status: 201, secret: true }))
  .input(CreateApiKey)
  .output(CreatedApiKey)
  .mutation(({ ctx, input }) => createApiKey(ctx, input));

async function createApiKey(ctx: ScopedContext, input: CreateApiKey): Promise<CreatedApiKey> {
  const { deps, caller } = ctx;
  const environment = input.environment ?? caller.environment;
  const scopes = grantedScopes(caller, input.scopes);
  checkMakerBounds(caller, { environment, expires_at: input.expires_at });
  checkExpiry(input.expires_at, deps.now());
  const secret = await newKeySecret({ format: deps.keyFormat, peppers: deps.peppers, environment });
  return ctx.db.transaction(async (tx) => {
    await checkKeyCount(tx, ctx);
    const id = newId("api_key");
    const created_at = instantNow(deps);
    const [row] = await tx
      .insert(api_keys)
      .values({
        id,
        organization_id: caller.organization.id,
        workspace_id: await workspaceOf(tx, ctx, environment),
        environment,
        name: input.name,
        description: input.description,
        prefix: secret.prefix,
        scopes,
        created_by: caller.user.id,
        acts_as: caller.user.id,
        expires_at: input.expires_at,
        created_at,
        updated_at: created_at,
      })
      .returning(apiKeyColumns);
    if (!row) throw new Error("an insert returns its row");
    const { mac, phc } = secret;
    await tx
      .insert(api_key_secrets)
      .values({ id: newId("api_key_secret"), api_key_id: id, mac, phc, created_at });
    const data = { scopes, environment, expires_at: input.expires_at };
    await recordEvent(tx, ctx, { type: "api_key.created", subject_id: id, subject_name: input.name, data });
    return { ...apiKeyOf(row, deps.now()), key: secret.key };
  });
}

async function checkKeyCount(tx: Transaction, { caller }: ScopedContext): Promise<void> {
  const [row] = await tx
    .select({ total: count() })
    .from(api_keys)
    .where(and(eq(api_keys.organization_id, caller.organization.id), isNull(api_keys.revoked_at)));
  if (row && row.total >= ORGANIZATION_API_KEYS_MAX)
    throw limitReached(`An organization holds at most ${ORGANIZATION_API_KEYS_MAX} keys. Revoke some first.`);
}

async function workspaceOf(
  tx: Transaction,
  { caller }: ScopedContext,
  environment: Environment,
): Promise<string> {
  const [row] = await tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(
      and(eq(workspaces.organization_id, caller.organization.id), eq(workspaces.environment, environment)),
    );
  if (!row) throw new Error(`organization ${caller.organization.id} has no ${environment} workspace`);
  return row.id;
}
