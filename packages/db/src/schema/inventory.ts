import type { LocationKind } from "@stowage/contract/locations";
import { type SQL, sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  type PgColumn,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { entity, instant, quantity, typeId } from "./columns.ts";
import { organizations, workspaces } from "./identity.ts";

export type CustomFieldValues = Record<string, string | number | boolean | null>;

/**
 * The words of a name, in lower case and each after a space, so that `like '% word%'` finds where a word begins by its
 * trigrams, even by a single letter. The migration that makes its indexes has the function.
 */
export const nameWords = (name: PgColumn): SQL => sql`name_words(${name})`;

/** The same in the order of bytes, where names that begin alike lie together in whatever language the database sorts. */
const nameStart = (name: PgColumn): SQL => sql`${nameWords(name)} text_pattern_ops`;

const tenant = () =>
  typeId("workspace")
    .notNull()
    .references(() => workspaces.id);

/** A tree of places. `path` runs from the root's id to the row's own and is kept in the transaction that moves it. */
export const locations = pgTable(
  "locations",
  {
    ...entity("location"),
    workspace_id: tenant(),
    name: text().notNull(),
    parent_id: typeId("location"),
    kind: text().$type<LocationKind>().notNull(),
    description: text().notNull().default(""),
    path: text().array().notNull(),
    depth: integer().notNull(),
  },
  (table) => [
    unique("locations_tenant").on(table.workspace_id, table.id),
    // No parent from another tenant, whatever the code does.
    foreignKey({
      name: "locations_parent",
      columns: [table.workspace_id, table.parent_id],
      foreignColumns: [table.workspace_id, table.id],
    }),
    unique("locations_sibling_name").on(table.workspace_id, table.parent_id, table.name).nullsNotDistinct(),
    index("locations_by_name").on(table.workspace_id, sql`lower(${table.name})`, table.id),
    index("locations_by_created").on(table.workspace_id, table.created_at, table.id),
    index("locations_by_updated").on(table.workspace_id, table.updated_at, table.id),
    index("locations_name_words").using(
      "gin",
      table.workspace_id,
      sql`${nameWords(table.name)} gin_trgm_ops`,
    ), // search
    index("locations_name_start").on(table.workspace_id, nameStart(table.name)), // search
    index("locations_path").using("gin", table.workspace_id, table.path), // the subtree of a place
    check(
      "locations_depth",
      sql`${table.depth} between 1 and 7 and cardinality(${table.path}) = ${table.depth}`,
    ),
    check("locations_not_own_parent", sql`${table.parent_id} <> ${table.id}`),
  ],
);

/** One namespace of label codes an organization; a null target is printed but unclaimed. */
export const codes = pgTable(
  "codes",
  {
    organization_id: typeId("organization")
      .notNull()
      .references(() => organizations.id),
    code: text().notNull(),
    target_type: text().$type<"bin" | "item" | "location">(),
    target_id: text(),
    batch_id: text(),
    created_at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organization_id, table.code] }),
    index("codes_target").on(table.organization_id, table.target_id), // the labels of a thing
    index("codes_by_created").on(table.organization_id, table.created_at, table.code), // the list
    index("codes_by_batch")
      .on(table.organization_id, table.batch_id, table.created_at, table.code)
      .where(sql`${table.batch_id} is not null`), // the sheets, and the labels of one
  ],
);

export const bins = pgTable(
  "bins",
  {
    ...entity("bin"),
    workspace_id: tenant(),
    code: text().notNull(),
    name: text().notNull(),
    location_id: typeId("location"),
    description: text().notNull().default(""),
    tags: text().array().notNull().default([]),
    color: text(),
    icon: text(),
    custom_fields: jsonb().$type<CustomFieldValues>().notNull().default({}),
    deleted_at: instant(),
    search_text: text()
      .notNull()
      .generatedAlwaysAs(sql`lower(name || ' ' || code || ' ' || words(tags) || ' ' || description)`),
  },
  (table) => {
    const kept = sql`${table.deleted_at} is null`;
    return [
      unique("bins_tenant").on(table.workspace_id, table.id),
      foreignKey({
        name: "bins_location",
        columns: [table.workspace_id, table.location_id],
        foreignColumns: [locations.workspace_id, locations.id],
      }),
      unique("bins_code").on(table.workspace_id, table.code), // GET /bins/{code}
      index("bins_by_updated").on(table.workspace_id, table.updated_at, table.id).where(kept),
      index("bins_by_created").on(table.workspace_id, table.created_at, table.id).where(kept),
      index("bins_by_name").on(table.workspace_id, sql`lower(${table.name})`, table.id).where(kept),
      index("bins_location_id").on(table.workspace_id, table.location_id), // what stands in a place
      index("bins_trash")
        .on(table.workspace_id, table.deleted_at, table.id)
        .where(sql`${table.deleted_at} is not null`),
      // search by the words of a name, and by words with a typo
      index("bins_name_words")
        .using("gin", table.workspace_id, sql`${nameWords(table.name)} gin_trgm_ops`)
        .where(kept),
      index("bins_name_start").on(table.workspace_id, nameStart(table.name)).where(kept), // search
      index("bins_search").using("gin", table.workspace_id, table.search_text.op("gin_trgm_ops")),
      index("bins_tags").using("gin", table.workspace_id, table.tags),
    ];
  },
);

export const items = pgTable(
  "items",
  {
    ...entity("item"),
    workspace_id: tenant(),
    name: text().notNull(),
    bin_id: typeId("bin"),
    location_id: typeId("location"),
    quantity: quantity().notNull(),
    /** What active projects still hold of it; kept by whatever changes a reservation. */
    reserved: quantity().notNull().default(0),
    available: quantity().notNull().generatedAlwaysAs(sql`quantity - reserved`),
    unit: text().notNull().default("pcs"),
    min_quantity: quantity(),
    is_low: boolean().notNull().generatedAlwaysAs(sql`min_quantity is not null and quantity <= min_quantity`),
    barcodes: text().array().notNull().default([]),
    sku: text(),
    external_id: text(),
    notes: text().notNull().default(""),
    tags: text().array().notNull().default([]),
    custom_fields: jsonb().$type<CustomFieldValues>().notNull().default({}),
    expires_on: date({ mode: "string" }),
    serial_number: text(),
    model: text(),
    manufacturer: text(),
    deleted_at: instant(),
    search_text: text()
      .notNull()
      .generatedAlwaysAs(
        sql`lower(name || ' ' || coalesce(sku, '') || ' ' || words(barcodes) || ' ' || words(tags) || ' ' || coalesce(model, '') || ' ' || coalesce(manufacturer, '') || ' ' || coalesce(serial_number, '') || ' ' || notes)`,
      ),
  },
  (table) => {
    const kept = sql`${table.deleted_at} is null`;
    return [
      foreignKey({
        name: "items_bin",
        columns: [table.workspace_id, table.bin_id],
        foreignColumns: [bins.workspace_id, bins.id],
      }),
      foreignKey({
        name: "items_location",
        columns: [table.workspace_id, table.location_id],
        foreignColumns: [locations.workspace_id, locations.id],
      }),
      uniqueIndex("items_external_id").on(table.workspace_id, table.external_id).where(kept), // idempotent sync
      index("items_by_updated").on(table.workspace_id, table.updated_at, table.id).where(kept),
      index("items_by_created").on(table.workspace_id, table.created_at, table.id).where(kept),
      index("items_by_name").on(table.workspace_id, sql`lower(${table.name})`, table.id).where(kept),
      index("items_by_quantity").on(table.workspace_id, table.quantity, table.id).where(kept),
      index("items_bin_id").on(table.workspace_id, table.bin_id), // what is in a bin
      index("items_location_id").on(table.workspace_id, table.location_id), // what lies in a place
      index("items_low")
        .on(table.workspace_id, table.updated_at, table.id)
        .where(sql`${kept} and ${table.is_low}`),
      index("items_by_expiry")
        .on(table.workspace_id, sql`coalesce(${table.expires_on}, 'infinity'::date)`, table.id)
        .where(kept),
      index("items_sku").on(table.workspace_id, table.sku).where(sql`${kept} and ${table.sku} is not null`),
      index("items_barcodes").using("gin", table.workspace_id, table.barcodes), // a scanner's question
      index("items_custom_fields").using("gin", table.workspace_id, table.custom_fields.op("jsonb_path_ops")),
      index("items_trash")
        .on(table.workspace_id, table.deleted_at, table.id)
        .where(sql`${table.deleted_at} is not null`),
      // search by the words of a name, and by words with a typo
      index("items_name_words")
        .using("gin", table.workspace_id, sql`${nameWords(table.name)} gin_trgm_ops`)
        .where(kept),
      index("items_name_start").on(table.workspace_id, nameStart(table.name)).where(kept), // search
      index("items_search").using("gin", table.workspace_id, table.search_text.op("gin_trgm_ops")),
      index("items_tags").using("gin", table.workspace_id, table.tags),
      unique("items_tenant").on(table.workspace_id, table.id),
      check("items_quantity", sql`${table.quantity} >= 0`),
      check("items_min_quantity", sql`${table.min_quantity} >= 0`),
      check("items_one_place", sql`${table.bin_id} is null or ${table.location_id} is null`),
    ];
  },
);
