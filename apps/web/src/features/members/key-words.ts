import { formatCount } from "../../lib/format.ts";

/** `The 3 keys that act as Ada`, to begin a sentence that goes on in the plural; null without keys. */
export function keysOf({ name, api_keys }: { name: string; api_keys: number }): string | null {
  if (api_keys === 0) return null;
  return api_keys === 1
    ? `The key that acts as ${name}`
    : `The ${formatCount(api_keys, "key")} that act as ${name}`;
}
