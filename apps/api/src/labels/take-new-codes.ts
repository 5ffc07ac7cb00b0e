import { randomInt } from "node:crypto";
import { CODE_ALPHABET, codeFromPayload } from "@stowage/contract/codes";
import type { Transaction } from "@stowage/db/prepared";
import { codes } from "@stowage/db/schema/inventory";
import type { OrganizationId } from "../gate/caller.ts";

/** A billion codes an organization: ten tries fail together only when nearly all are taken. */
const TRIES = 10;

/** Takes free label codes of the organization; they stand on nothing yet. */
export async function takeNewCodes(
  tx: Pick<Transaction, "insert">,
  {
    count,
    ...row
  }: { organization_id: OrganizationId; count: number; batch_id: string | null; created_at: string },
): Promise<string[]> {
  const taken: string[] = [];
  for (let attempt = 0; attempt < TRIES && taken.length < count; attempt++) {
    const tried = Array.from({ length: count - taken.length }, () => codeFromPayload(randomPayload()));
    const inserted = await tx
      .insert(codes)
      .values([...new Set(tried)].map((code) => ({ ...row, code })))
      .onConflictDoNothing()
      .returning({ code: codes.code });
    taken.push(...inserted.map(({ code }) => code));
  }
  if (taken.length < count) throw new Error("no free label code was found");
  return taken;
}

function randomPayload(): string {
  return Array.from({ length: 6 }, () => CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length))).join("");
}
