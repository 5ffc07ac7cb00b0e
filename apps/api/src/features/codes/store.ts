import type { CodeTarget, LabelCode, LabelCodePage, ListCodes } from "@stowage/contract/label-codes";
import type { Db } from "@stowage/db/open-database";
import { bins, codes, items, locations } from "@stowage/db/schema/inventory";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { isBlankLabel, labelsWithinFilter, within } from "../../bounds/within.ts";
import type { OrganizationId, Reach } from "../../gate/caller.ts";
import { equals } from "../../lists/filters.ts";
import { byInstant, type Filter, listPage } from "../../lists/paging.ts";

/** Whose labels, and how far the asker sees what they stand on. */
export interface LabelsOf {
  organization_id: OrganizationId;
  reach: Reach;
}

/** A label, with what it stands on as far as the caller can reach that. */
export interface StandingLabel {
  /** Blank when what it stood on is gone for good. */
  row: LabelCode;
  target: { type: CodeTarget; id: string; name: string; deleted_at: string | null } | null;
  /** It stands on something that is not there for the caller: out of bounds, or in the other environment. */
  is_hidden: boolean;
}

type Reader = Pick<Db, "select">;

const labelColumns = {
  code: codes.code,
  target_type: codes.target_type,
  target_id: codes.target_id,
  batch_id: codes.batch_id,
  created_at: codes.created_at,
};

/** The same in a list, where what is gone for good leaves a blank label. */
const listedColumns = {
  ...labelColumns,
  id: codes.code,
  target_type: sql`case when not ${isBlankLabel} then ${codes.target_type} end`,
  target_id: sql`case when not ${isBlankLabel} then ${codes.target_id} end`,
};
const SORTS = { created_at: byInstant(codes.created_at) };

const TARGETS = { bin: bins, item: items, location: locations } as const;

/** Labels of the organization by code; those that nobody made are left out. Five queries at most, however many there are. */
export async function standingLabels(
  db: Reader,
  { organization_id, reach }: LabelsOf,
  wanted: readonly string[],
): Promise<Map<string, StandingLabel>> {
  const rows = await db
    .select(labelColumns)
    .from(codes)
    .where(and(eq(codes.organization_id, organization_id), inArray(codes.code, [...wanted])));
  const targets = new Map<string, StandingLabel["target"]>();
  const beyond = new Set<string>();
  for (const type of ["bin", "item", "location"] as const) {
    const ids = rows.flatMap((row) =>
      row.target_type === type && row.target_id !== null ? [row.target_id] : [],
    );
    if (ids.length === 0) continue;
    for (const found of await reached(db, reach, type, ids)) targets.set(found.id, { type, ...found });
    const others = ids.filter((id) => !targets.has(id));
    for (const id of others.length > 0 ? await existing(db, type, others) : []) beyond.add(id);
  }
  return new Map(
    rows.map((row) => {
      const target = targets.get(row.target_id ?? "") ?? null;
      const is_hidden = row.target_id !== null && beyond.has(row.target_id);
      const blank = target === null && !is_hidden ? { target_type: null, target_id: null } : {};
      return [row.code, { row: { ...row, ...blank }, target, is_hidden }];
    }),
  );
}

function reached(db: Reader, reach: Reach, type: CodeTarget, ids: string[]) {
  const table = TARGETS[type];
  const deleted_at: SQL<string | null> =
    type === "location" ? sql`null` : sql`${TARGETS[type].deleted_at}`.mapWith(TARGETS[type].deleted_at);
  return db
    .select({ id: table.id, name: table.name, deleted_at })
    .from(table)
    .where(and(within(`${type}s`, reach), inArray(table.id, ids)));
}

/** Which of the ids are anybody's at all; only whether a label of the caller's own organization is free follows from it. */
async function existing(db: Reader, type: CodeTarget, ids: string[]): Promise<string[]> {
  const table = TARGETS[type];
  const found = await db.select({ id: table.id }).from(table).where(inArray(table.id, ids));
  return found.map(({ id }) => id);
}

/** The newest first. */
export async function listCodes(
  db: Db,
  { organization_id, reach }: LabelsOf,
  { claimed, batch_id, target_id, ...page }: ListCodes,
): Promise<LabelCodePage> {
  const found = await listPage<LabelCode & { id: string }>({
    db,
    name: "codes",
    table: codes,
    id: codes.code,
    columns: listedColumns,
    sorts: SORTS,
    filters: [
      labelsOfOrganization(organization_id),
      labelsWithinFilter(reach, claimed),
      equals(codes.batch_id, batch_id),
      equals(codes.target_id, target_id),
    ],
    page: { ...page, sort: "-created_at" },
  });
  return { ...found, data: found.data.map(({ id: _, ...label }) => label) };
}

/** The tenant of labels is the organization: a sheet may be used in either environment. */
export const labelsOfOrganization = (organization_id: OrganizationId): Filter => ({
  name: "org",
  condition: () => eq(codes.organization_id, sql.placeholder("organization_id")),
  values: { organization_id },
});
