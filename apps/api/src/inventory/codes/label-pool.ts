import type { CodeTarget } from "@stowage/contract/label-codes";
import { executePrepared, type Transaction } from "@stowage/db/prepared";
import { sql } from "drizzle-orm";
import type { OrganizationId } from "../../gate/caller.ts";
import { newCode, takeNewCodes } from "../../labels/take-new-codes.ts";
import { allAnswered } from "../rows/all-answered.ts";
import type { Rewind } from "../rows/rows.ts";

/**
 * Label codes for what a transaction makes. Many are taken ahead, in one go; a few are just drawn, and written with what
 * they stand on: that one of a billion is taken already shows then, and whoever writes draws again (`isTakenCode`).
 */
export class LabelPool {
  readonly #tx: Transaction;
  readonly #organizationId: OrganizationId;
  readonly #at: string;
  readonly #journal: (rewind: Rewind) => void;
  #free: string[] = [];
  readonly #drawn: { code: string; target_type: CodeTarget; target_id: string }[] = [];
  readonly #used: { code: string; target_type: CodeTarget; target_id: string }[] = [];

  constructor(
    tx: Transaction,
    organizationId: OrganizationId,
    at: string,
    journal: (rewind: Rewind) => void,
  ) {
    this.#tx = tx;
    this.#organizationId = organizationId;
    this.#at = at;
    this.#journal = journal;
  }

  /** Makes sure that as many codes can be taken without asking the database. */
  async prepare(count: number): Promise<void> {
    const missing = count - this.#free.length;
    if (missing <= 0) return;
    const taken = await takeNewCodes(this.#tx, {
      organization_id: this.#organizationId,
      count: missing,
      batch_id: null,
      created_at: this.#at,
    });
    this.#free = [...this.#free, ...taken];
  }

  take(target_type: CodeTarget, target_id: string): string {
    const free = this.#free.pop();
    const code = free ?? newCode();
    const labels = free === undefined ? this.#drawn : this.#used;
    labels.push({ code, target_type, target_id });
    this.#journal(() => {
      labels.pop();
      if (free !== undefined) this.#free.push(free);
    });
    return code;
  }

  /** Puts the labels on their things and gives back those that nothing took. */
  async write(): Promise<void> {
    const statements: Promise<unknown>[] = [];
    const organization_id = this.#organizationId;
    if (this.#drawn.length > 0)
      statements.push(
        executePrepared(this.#tx, "labels_draw", {
          build: () => sql`insert into codes (organization_id, code, target_type, target_id, created_at)
            select ${sql.placeholder("organization_id")}, code, target_type, target_id, ${sql.placeholder("at")}::timestamptz
            from jsonb_populate_recordset(null::codes, ${sql.placeholder("drawn")}::jsonb)`,
          values: { organization_id, at: this.#at, drawn: JSON.stringify(this.#drawn) },
        }),
      );
    if (this.#used.length > 0)
      statements.push(
        executePrepared(this.#tx, "labels_put", {
          build: () => sql`update codes set target_type = sent.target_type, target_id = sent.target_id
            from jsonb_populate_recordset(null::codes, ${sql.placeholder("used")}::jsonb) as sent
            where codes.organization_id = ${sql.placeholder("organization_id")} and codes.code = sent.code`,
          values: { organization_id, used: JSON.stringify(this.#used) },
        }),
      );
    if (this.#free.length > 0)
      statements.push(
        executePrepared(this.#tx, "labels_give_back", {
          build: () => sql`delete from codes where organization_id = ${sql.placeholder("organization_id")}
            and code = any(${sql.placeholder("free")}::text[])`,
          values: { organization_id, free: this.#free },
        }),
      );
    await allAnswered(statements);
  }
}
