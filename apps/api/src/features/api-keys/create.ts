import { newKeySecret } from "@stowage/auth/key-store";
import { CreateApiKey, CreatedApiKey } from "@stowage/contract/api-keys";
import { authenticate } from "../../gate/authenticate.ts";
import { draftKey, makeKey, requireRecentFor } from "../../grants/make-key.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { apiKeyOf } from "./store.ts";

/**
 * K11, K14: makes a key that acts as its maker or, for admins, as another member. It is in no direction more than its
 * maker. The secret stands in this answer and nowhere else.
 * @throws role_forbidden  the organization leaves this to its admins
 * @throws escalation_denied  it would have a scope, a subject, bounds, an environment or a lifetime that its maker lacks
 * @throws not_found  `acts_as` is no member
 * @throws expiry_out_of_range, plan_restricted
 * @throws validation_failed  a place that is not there, or a limit above the plan's
 * @throws recent_sign_in_required  a person makes a key with `admin:*`
 * @throws limit_reached  10,000 keys that are not revoked
 */
export const create = scoped("api-keys:manage", { lacking: "session_required" })
  .meta(rest("POST /api-keys", "Create an API key", { status: 201, secret: true, kept_without: "key" }))
  .input(CreateApiKey)
  .output(CreatedApiKey)
  .mutation(({ ctx, input }) => createApiKey(ctx, input));

async function createApiKey(ctx: ScopedContext, input: CreateApiKey): Promise<CreatedApiKey> {
  const { deps, caller, call } = ctx;
  const draft = await draftKey(ctx, input);
  requireRecentFor(caller, draft.scopes, deps.now());
  const { environment } = draft;
  const secret = await newKeySecret({ format: deps.keyFormat, peppers: deps.peppers, environment });
  await authenticate(deps, call.exchange); // whoever was ended meanwhile leaves no key behind
  return ctx.db.transaction(async (tx) => {
    const row = await makeKey(tx, { deps, call, caller }, draft, secret);
    return { ...apiKeyOf(row, deps.now()), key: secret.key };
  });
}
