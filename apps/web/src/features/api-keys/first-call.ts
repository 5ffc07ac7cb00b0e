import type { ApiKeyWithUsage } from "@stowage/contract/api-keys";

/**
 * When the newest secret of a key was used, or null when it was not yet. While an older secret works beside it, the
 * key's own last use may have been by either: it counts for the new one only if the old one's lies before it.
 */
export function newSecretUsedAt(
  key: Pick<ApiKeyWithUsage, "last_used_at" | "rotated_at" | "created_at" | "rotation">,
): string | null {
  const { last_used_at, rotation } = key;
  const madeAt = Date.parse(rotation?.started_at ?? key.rotated_at ?? key.created_at);
  if (last_used_at === null || Date.parse(last_used_at) < madeAt) return null;
  if (rotation === null) return last_used_at;
  if (rotation.is_pending) return null;
  const oldUsedAt = rotation.old_secret.last_used_at;
  const isOlds = oldUsedAt !== null && Date.parse(last_used_at) <= Date.parse(oldUsedAt);
  return isOlds && rotation.activate === "now" ? null : last_used_at;
}
