import type { CodeTarget } from "@stowage/contract/label-codes";
import type { Transaction } from "@stowage/db/prepared";
import { sql } from "drizzle-orm";
import type { OrganizationId } from "../../gate/caller.ts";
import { takeNewCodes } from "../../labels/take-new-codes.ts";
import type { Rewind } from "../rows/rows.ts";

/** Label codes for what a transaction makes: taken in one go, put on their things at its end. */
export class LabelPool {
  readonly #tx: Transaction;
  readonly #organizationId: OrganizationId;
  readonly #at: string;
  readonly #journal: (rewind: Rewind) => void;
  #free: string[] = [];
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

  async take(target_type: CodeTarget, target_id: string): Promise<string> {
    await this.prepare(1);
    const code = this.#free.pop();
    if (code === undefined) throw new Error("a prepared label is there");
    this.#used.push({ code, target_type, target_id });
    this.#journal(() => {
      this.#used.pop();
      this.#free.push(code);
    });
    return code;
  }

  /** Puts the labels on their things and gives back those that nothing took. */
  async write(): Promise<void> {
    const statements: Promise<unknown>[] = [];
    if (this.#used.length > 0)
      statements.push(
        this.#tx.execute(sql`update codes set target_type = sent.target_type, target_id = sent.target_id
          from jsonb_populate_recordset(null::codes, ${JSON.stringify(this.#used)}::jsonb) as sent
          where codes.organization_id = ${this.#organizationId} and codes.code = sent.code`),
      );
    if (this.#free.length > 0)
      statements.push(
        this.#tx.execute(sql`delete from codes where organization_id = ${this.#organizationId}
          and code = any(string_to_array(${this.#free.join(",")}, ','))`),
      );
    await Promise.all(statements);
  }
}
