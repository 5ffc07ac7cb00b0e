import { parseCode } from "@stowage/contract/codes";
import type { CodeTarget } from "@stowage/contract/label-codes";
import { codes } from "@stowage/db/schema/inventory";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Writing } from "../inventory/writing.ts";

/** What a label stands on; null while it is blank. */
type Target = { type: CodeTarget; id: string } | null;

interface Adopted {
  code: string;
  target_type: CodeTarget | null;
  target_id: string | null;
  batch_id: string | null;
}

/** The labels that a file speaks of, as they are at this point of the transaction. */
export class FileLabels {
  readonly #writing: Writing;
  readonly #targets = new Map<string, Target | "free">();
  readonly #aliases = new Map<string, string>();
  readonly #adopted: Adopted[] = [];

  constructor(writing: Writing) {
    this.#writing = writing;
  }

  async fetch(texts: Iterable<string>): Promise<void> {
    const wanted = [...texts].flatMap((text) => parseCode(text) ?? []);
    const missing = [...new Set(wanted)].filter((code) => !this.#targets.has(code));
    if (missing.length === 0) return;
    for (const code of missing) this.#targets.set(code, "free");
    const { tx, by } = this.#writing;
    const found = await tx
      .select({ code: codes.code, type: codes.target_type, id: codes.target_id })
      .from(codes)
      .where(and(eq(codes.organization_id, by.caller.organization.id), inArray(codes.code, missing)));
    for (const { code, type, id } of found)
      this.#targets.set(code, type !== null && id !== null ? { type, id } : null);
  }

  /** `free` is a code that nobody has printed yet. */
  async targetOf(code: string): Promise<Target | "free"> {
    await this.fetch([code]);
    return this.#targets.get(code) ?? null;
  }

  /** The bin that a code of the file means: one that the file brought goes before one that is here. */
  async binOf(code: string): Promise<string | null> {
    const alias = this.#aliases.get(code);
    if (alias !== undefined) return alias;
    const target = await this.targetOf(code);
    return target !== "free" && target?.type === "bin" ? target.id : null;
  }

  /** What the file calls by this code has another one here. */
  alias(code: string, bin_id: string): void {
    this.#aliases.set(code, bin_id);
  }

  /** Puts a code that is free or blank onto something, at the end of the transaction; null leaves it blank. */
  adopt(code: string, target: Target, batch_id: string | null = null): void {
    if (this.#adopted.length === 0) this.#writing.meanwhile(() => this.#write());
    this.#targets.set(code, target);
    this.#adopted.push({ code, target_type: target?.type ?? null, target_id: target?.id ?? null, batch_id });
  }

  #write(): Promise<unknown> {
    const { tx, by, at } = this.#writing;
    const organization_id = by.caller.organization.id;
    const rows = this.#adopted.map((one) => ({ ...one, organization_id, created_at: at }));
    return tx.execute(sql`insert into codes (organization_id, code, target_type, target_id, batch_id, created_at)
      select organization_id, code, target_type, target_id, batch_id, created_at
      from jsonb_populate_recordset(null::codes, ${JSON.stringify(rows)}::jsonb)
      on conflict (organization_id, code) do update
        set target_type = excluded.target_type, target_id = excluded.target_id
        where codes.target_id is null`);
  }
}
