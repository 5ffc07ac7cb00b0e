import { randomInt } from "node:crypto";
import { CODE_ALPHABET, codeFromPayload } from "@stowage/contract/codes";
import { executePrepared, type Transaction } from "@stowage/db/prepared";
import { sql } from "drizzle-orm";
import type { OrganizationId } from "../gate/caller.ts";

/** A billion codes an organization: ten tries fail together only when nearly all are taken. */
const TRIES = 10;

/** Takes free label codes of the organization; they stand on nothing yet. */
export async function takeNewCodes(
  tx: Transaction,
  {
    count,
    ...row
  }: { organization_id: OrganizationId; count: number; batch_id: string | null; created_at: string },
): Promise<string[]> {
  const taken: string[] = [];
  for (let attempt = 0; attempt < TRIES && taken.length < count; attempt++) {
    const tried = Array.from({ length: count - taken.length }, newCode);
    const inserted = await executePrepared<{ code: string }>(tx, "labels_take", {
      build: () => sql`insert into codes (organization_id, code, batch_id, created_at)
        select ${sql.placeholder("organization_id")}, code, ${sql.placeholder("batch_id")},
          ${sql.placeholder("created_at")}::timestamptz from unnest(${sql.placeholder("tried")}::text[]) as code
        on conflict do nothing returning code`,
      values: { ...row, tried: [...new Set(tried)] },
    });
    taken.push(...inserted.map(({ code }) => code));
  }
  if (taken.length < count) throw new Error("no free label code was found");
  return taken;
}

/** A code at random, which may be taken. */
export function newCode(): string {
  let payload = "";
  for (let at = 0; at < 6; at++) payload += CODE_ALPHABET.charAt(randomInt(CODE_ALPHABET.length));
  return codeFromPayload(payload);
}
