import { hash, parseOptions, verify } from "@node-rs/argon2";
import { argon2Gate } from "./argon2-gate.ts";

/** As OWASP's Password Storage Cheat Sheet has it: 19 MiB (in KiB), two passes, one lane. About 5 ms. */
export const ARGON2_COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Room for raising the cost later; beyond it a doctored row could take the process' memory. */
const COST_MAX = { memoryCost: 65_536, timeCost: 8, parallelism: 4 } as const;

/** Salted Argon2id PHC string (RFC 9106). Runs on a pool thread, after its turn at the gate. */
export function argon2Hash(secret: string): Promise<string> {
  return argon2Gate(() => hash(secret, ARGON2_COST));
}

/** Whether `secret` made `phc`. What is no Argon2id PHC string, or an absurdly costly one, matches nothing. */
export function argon2Verify(phc: string, secret: string): Promise<boolean> {
  return isPayable(phc) ? argon2Gate(() => verify(phc, secret)) : Promise.resolve(false);
}

function isPayable(phc: string): boolean {
  if (!phc.startsWith("$argon2id$")) return false;
  try {
    const { memoryCost, timeCost, parallelism } = parseOptions(phc);
    return (
      memoryCost <= COST_MAX.memoryCost &&
      timeCost <= COST_MAX.timeCost &&
      parallelism <= COST_MAX.parallelism
    );
  } catch {
    return false; // the parser's only error: it is not a PHC string
  }
}
