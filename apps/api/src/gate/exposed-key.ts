import { findKeyOfText } from "@stowage/auth/key-of-text";
import { keyEnds, keyState } from "@stowage/auth/key-state";
import type { Deps } from "../deps.ts";
import { recordEvent } from "../events.ts";
import { notifyKeyPeople } from "../notices/notify-key-people.ts";
import { sayOnce } from "../notices/say-once.ts";

const TYPE = "api_key.exposed";

/**
 * Tells a key's people that its secret was sent in a URL, which logs and histories keep: once a secret, however often it
 * is sent and to however many servers. A text that is no living key of ours leaves no trace.
 */
export async function tellExposedKey(deps: Deps, text: string, ip: string): Promise<void> {
  const key = await findKeyOfText(deps.database.db, { format: deps.keyFormat, peppers: deps.peppers }, text);
  if (key === null) return;
  const state = keyState(key, keyEnds(key), deps.now());
  if (state === "revoked" || state === "rotated" || state === "expired") return;
  const { id, name, workspace_id, secret_id } = key;
  await deps.database.db.transaction(async (tx) => {
    const said = { api_key_id: id, notices: ["exposed"], occasion: secret_id };
    if ((await sayOnce(tx, deps, said)).length === 0) return;
    const event = { type: TYPE, subject_id: id, subject_name: name, data: { found_in: "url" } } as const;
    const event_seq = await recordEvent(tx, { deps, workspace_id, ip }, event);
    await notifyKeyPeople(tx, deps, {
      api_key_id: id,
      type: TYPE,
      event_seq,
      title: `${name} was sent in a URL`,
      body:
        `Somebody at ${ip} sent the API key ${name} (${key.prefix}) in the address of a call. The call was refused, but ` +
        "addresses end up in logs and histories, where others may read them. Rotate the key, and send it in a header.",
    });
  });
}
