import type { KeyVerifier } from "@stowage/auth/key-verifier";
import type { FastifyBaseLogger } from "fastify";

/** K41: what each server hears of keys goes to its verifier; while it hears nothing, the verifier asks the database. */
export function followKeyChanges(keys: KeyVerifier, log: FastifyBaseLogger) {
  return {
    onNotify(_channel: string, payload: string) {
      const [, keyId, epoch] = /^(key_\w+):(\d+)$/.exec(payload) ?? [];
      if (keyId && epoch) keys.hear(keyId, Number(epoch));
      else log.warn({ payload }, "a message about keys that cannot be read");
    },
    onUp: () => keys.channelUp(),
    onDown: () => keys.channelDown(),
  };
}
