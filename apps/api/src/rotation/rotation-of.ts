import type { ApiKey, KeyRotation } from "@stowage/contract/api-keys";
import type { Db } from "@stowage/db/open-database";
import { api_keys } from "@stowage/db/schema/api-keys";
import { and, eq } from "drizzle-orm";
import { type Deps, instantNow } from "../deps.ts";
import { isPending } from "./rotating.ts";
import { livingSecretsUnscoped } from "./secrets.ts";

/** The rotation that a key is in, and who still uses the secret that it replaces; null when none goes on. */
export async function rotationOf(
  { db, deps }: { db: Db; deps: Deps },
  { id, organization_id }: Pick<ApiKey, "id" | "organization_id">,
): Promise<KeyRotation | null> {
  const [key] = await db
    .select({
      rotation_started_at: api_keys.rotation_started_at,
      rotation_ends_at: api_keys.rotation_ends_at,
      grace_seconds: api_keys.rotation_grace_seconds,
    })
    .from(api_keys)
    .where(and(eq(api_keys.id, id), eq(api_keys.organization_id, organization_id)));
  if (!key?.rotation_started_at) return null;
  const { own, old } = await livingSecretsUnscoped(db, id, instantNow(deps));
  if (!old) return null;
  return {
    started_at: key.rotation_started_at,
    activate: own.activated_at === own.created_at ? "now" : "first_use",
    is_pending: isPending(key),
    grace_seconds: key.grace_seconds ?? 0,
    old_secret_ends_at: key.rotation_ends_at,
    old_secret: {
      last_used_at: old.last_used_at,
      last_used_ip: old.last_used_ip,
      last_used_agent: old.last_used_agent,
      uses: old.uses,
    },
  };
}
