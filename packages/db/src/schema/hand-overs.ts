import type { CreateApiKey } from "@stowage/contract/api-keys";
import type { Environment } from "@stowage/contract/environments";
import type { Scope } from "@stowage/contract/scopes";
import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import { instant, typeId } from "./columns.ts";

/** What was approved: all that makes the key when it is collected. */
export type HandOverTerms = Omit<CreateApiKey, "acts_as"> &
  Required<Pick<CreateApiKey, "scopes" | "environment">>;

/**
 * A program that asks for a key, and what came of it. No secret is here: the key is made when it is collected. Rows outlive
 * what they point to by minutes at most, and are judged anew when they count, so they hold nothing back by a foreign key.
 */
export const hand_overs = pgTable(
  "hand_overs",
  {
    id: typeId("hand_over").primaryKey(),
    /** SHA-256 of what the program collects with. */
    device_code_hash: text().notNull(),
    /** What the person types. It opens nothing without a session, and nothing once it is used. */
    user_code: text().notNull(),
    client_name: text().notNull(),
    wished_scopes: text().array().$type<Scope[]>(),
    wished_environment: text().$type<Environment>(),
    ip: text().notNull(),
    user_agent: text(),
    created_at: instant().notNull(),
    expires_at: instant().notNull(),
    /** When the program last asked. */
    asked_at: instant(),
    approved_at: instant(),
    /** The session that approved it: once that has ended, nothing comes of it. */
    approved_session_id: text(),
    approved_organization_id: typeId("organization"),
    terms: jsonb().$type<HandOverTerms>(),
    refused_at: instant(),
    collected_at: instant(),
  },
  (table) => [
    unique("hand_overs_device_code").on(table.device_code_hash), // the program asks for its key
    unique("hand_overs_user_code").on(table.user_code), // the person types it
    index("hand_overs_expiry").on(table.expires_at), // the sweep of ended ones
    check(
      "hand_overs_approved_whole",
      sql`num_nulls(${table.approved_at}, ${table.approved_session_id}, ${table.approved_organization_id}, ${table.terms}) in (0, 4)`,
    ),
    check("hand_overs_one_end", sql`${table.refused_at} is null or ${table.approved_at} is null`),
    check(
      "hand_overs_collected_if_approved",
      sql`${table.collected_at} is null or ${table.approved_at} is not null`,
    ),
  ],
);
