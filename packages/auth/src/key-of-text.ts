import type { Db } from "@stowage/db/open-database";
import type { KeyFormat, ParsedKey } from "./key-format.ts";
import { keyMac, macsEqual } from "./key-hash.ts";
import { type FoundKey, findKeyByMac, type KeyMacs, type KeyRecord } from "./key-store.ts";
import type { Peppers } from "./pepper.ts";

/** Whether the row is the presented secret's: the same MAC to the last bit, in the environment that the key names. */
export function isSecretOf(found: FoundKey, presented: ParsedKey, macs: KeyMacs): boolean {
  const isCurrent = macsEqual(found.mac, macs.current);
  const isPrevious = macs.previous !== null && macsEqual(found.mac, macs.previous);
  return (isCurrent || isPrevious) && found.key.environment === presented.environment;
}

/**
 * Whose key a text is, in whatever state, or null; for what is done about a key rather than by it. One indexed read
 * and no Argon2: a MAC that matches shows that the text is the secret to all who do not hold the pepper.
 */
export async function findKeyOfText(
  db: Db,
  { format, peppers }: { readonly format: KeyFormat; readonly peppers: Peppers },
  text: string,
): Promise<KeyRecord | null> {
  const presented = format.parse(text);
  if (presented === null) return null;
  const macs = {
    current: keyMac(peppers.current, presented.key),
    previous: peppers.previous && keyMac(peppers.previous, presented.key),
  };
  const found = await findKeyByMac(db, macs);
  return found !== null && isSecretOf(found, presented, macs) ? found.key : null;
}
