import type { ImportStatus, RowError, TransferFormat } from "@stowage/contract/imports";
import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { entity, instant, typeId } from "./columns.ts";
import { workspaces } from "./identity.ts";

/** A file that is brought in. `content` is there until that is done, so that a stopped server's work can be resumed. */
export const imports = pgTable(
  "imports",
  {
    ...entity("import"),
    workspace_id: typeId("workspace")
      .notNull()
      .references(() => workspaces.id),
    status: text().$type<ImportStatus>().notNull(),
    format: text().$type<TransferFormat>().notNull(),
    filename: text(),
    content: text(),
    rows_total: integer().notNull().default(0),
    rows_done: integer().notNull().default(0),
    created: integer().notNull().default(0),
    updated: integer().notNull().default(0),
    unchanged: integer().notNull().default(0),
    errors_total: integer().notNull().default(0),
    errors: jsonb().$type<RowError[]>().notNull().default([]),
    columns: text().array().notNull().default([]),
    first_seq: bigint({ mode: "number" }),
    last_seq: bigint({ mode: "number" }),
    created_by: typeId("user"),
    api_key_id: typeId("api_key"),
  },
  (table) => [index("imports_by_created").on(table.workspace_id, table.created_at, table.id)],
);

/** The first answer under an `Idempotency-Key`, for a day. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    /** `key_…` or `user_…` with the workspace: each caller has names of their own. */
    caller: text().notNull(),
    /** Method and path as called, ids included. */
    route: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of what was asked, to tell a repetition from another request. */
    input_hash: text().notNull(),
    /** Who runs it; a claim older than a minute without an answer is of a server that stopped. */
    claim: text().notNull(),
    claimed_at: instant().notNull(),
    /** The answer, or the problem; null while it runs. */
    answer: jsonb().$type<unknown>(),
  },
  (table) => [
    primaryKey({ columns: [table.caller, table.route, table.key] }),
    index("idempotency_keys_by_age").on(table.claimed_at), // the sweep
  ],
);
