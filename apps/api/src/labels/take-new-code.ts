import { randomInt } from "node:crypto";
import { CODE_ALPHABET, codeFromPayload } from "@stowage/contract/codes";
import type { Transaction } from "@stowage/db/prepared";
import { codes } from "@stowage/db/schema/inventory";
import type { OrganizationId } from "../gate/caller.ts";

/** A billion codes an organization: ten tries fail together only when nearly all are taken. */
const TRIES = 10;

/** Takes a free label code of the organization for a new bin. */
export async function takeNewCode(
  tx: Transaction,
  args: { organization_id: OrganizationId; target_id: string; created_at: string },
): Promise<string> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const code = codeFromPayload(randomPayload());
    const taken = await tx
      .insert(codes)
      .values({ ...args, code, target_type: "bin" })
      .onConflictDoNothing()
      .returning({ code: codes.code });
    if (taken.length > 0) return code;
  }
  throw new Error("no free label code was found");
}

function randomPayload(): string {
  return Array.from({ length: 6 }, () => CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length))).join("");
}
