import { RevokedApiKey } from "@stowage/contract/api-keys";
import { api_keys } from "@stowage/db/schema/api-keys";
import { eq } from "drizzle-orm";
import { ProblemError } from "../../problems.ts";
import { ANY_CREDENTIAL, scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { endApiKey } from "./store.ts";

/**
 * K43: a key ends itself, whatever its scopes.
 * @throws not_found  the caller is a signed-in person and no key
 */
export const revokeCurrent = scoped(ANY_CREDENTIAL)
  .meta(
    rest("DELETE /api-keys/current", "Revoke the calling API key", {
      no_tool: "It would end the key that the assistant itself calls with.",
    }),
  )
  .output(RevokedApiKey)
  .mutation(({ ctx }) => {
    const { caller } = ctx;
    if (caller.auth_method !== "api_key")
      throw new ProblemError("not_found", "You are signed in; there is no calling key to revoke.");
    return endApiKey(ctx, caller.key.id, eq(api_keys.organization_id, caller.organization.id));
  });
