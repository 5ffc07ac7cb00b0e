import type { Import, ListImports } from "@stowage/contract/imports";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { imports } from "@stowage/db/schema/transfers";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Reach, WorkspaceId } from "../../gate/caller.ts";
import { byInstant, type Filter, listPage } from "../../lists/paging.ts";
import { conflict, notFound } from "../../problems.ts";

/** The columns of an import on the wire. */
const importColumns = {
  id: imports.id,
  status: imports.status,
  format: imports.format,
  filename: imports.filename,
  rows_total: imports.rows_total,
  rows_done: imports.rows_done,
  created: imports.created,
  updated: imports.updated,
  unchanged: imports.unchanged,
  errors_total: imports.errors_total,
  errors: imports.errors,
  columns: imports.columns,
  first_seq: imports.first_seq,
  last_seq: imports.last_seq,
  created_by: imports.created_by,
  created_at: imports.created_at,
  updated_at: imports.updated_at,
};

const SORTS = { created_at: byInstant(imports.created_at) };

interface Key {
  reach: Reach;
  id: string;
}

/** A file says much of what is everywhere, so a bounded key sees its own imports alone. */
const seenBy = ({ workspace_id, location_ids, api_key_id }: Reach): SQL | undefined =>
  and(
    eq(imports.workspace_id, workspace_id),
    location_ids === null ? undefined : eq(imports.api_key_id, api_key_id ?? ""),
  );

/** @throws not_found */
export async function getImport(
  db: Pick<Db, "select">,
  { reach, id }: Key,
): Promise<Import & { id: string }> {
  const [found] = await db
    .select(importColumns)
    .from(imports)
    .where(and(seenBy(reach), eq(imports.id, id)));
  if (!found) throw notFound("import", id);
  return { ...found, dry_run: false };
}

export async function listImports(db: Db, reach: Reach, input: ListImports) {
  const page = await listPage<Omit<Import, "id" | "dry_run"> & { id: string }>({
    db,
    name: "imports",
    table: imports,
    id: imports.id,
    columns: importColumns,
    sorts: SORTS,
    filters: [seenFilter(reach)],
    page: { ...input, sort: "-created_at" },
  });
  return { ...page, data: page.data.map((one): Import => ({ ...one, dry_run: false })) };
}

const ofWorkspace = () => eq(imports.workspace_id, sql.placeholder("workspace_id"));

function seenFilter({ workspace_id, location_ids, api_key_id }: Reach): Filter {
  if (location_ids === null) return { name: "ws", condition: ofWorkspace, values: { workspace_id } };
  return {
    name: "own",
    condition: () => and(ofWorkspace(), eq(imports.api_key_id, sql.placeholder("own_key_id"))),
    values: { workspace_id, own_key_id: api_key_id ?? "" },
  };
}

export async function insertImport(db: Db, row: typeof imports.$inferInsert): Promise<void> {
  await db.insert(imports).values(row);
}

/** The file of an import that has not ended. @throws not_found, conflict */
export async function unfinishedFile(db: Db, { reach, id }: Key) {
  const [found] = await db
    .select({ id: imports.id, status: imports.status, ...FILE_COLUMNS })
    .from(imports)
    .where(and(seenBy(reach), eq(imports.id, id)));
  if (!found) throw notFound("import", id);
  if (found.content === null || !["pending", "running"].includes(found.status))
    throw conflict(`The import is ${found.status}; there is nothing to resume.`);
  return { ...found, content: found.content };
}

const FILE_COLUMNS = {
  format: imports.format,
  filename: imports.filename,
  content: imports.content,
};

/** Marks an import as at work. @returns its version, which no other run of it has; @throws conflict  it has ended */
export async function beginRun(
  db: Db,
  {
    workspace_id,
    id,
    ...values
  }: { workspace_id: WorkspaceId; id: string } & Partial<typeof imports.$inferInsert>,
): Promise<number> {
  const [begun] = await db
    .update(imports)
    .set({ ...values, status: "running", rows_done: 0, version: sql`${imports.version} + 1` })
    .where(
      and(
        eq(imports.workspace_id, workspace_id),
        eq(imports.id, id),
        inArray(imports.status, ["pending", "running"]),
      ),
    )
    .returning({ version: imports.version });
  if (!begun) throw conflict("The import has ended already.");
  return begun.version;
}

/** Writes how a run ended; the file is not needed any more. @throws conflict  another run of it was begun */
export async function endRun(
  db: Pick<Transaction, "update">,
  { workspace_id, id, version }: { workspace_id: WorkspaceId; id: string; version: number },
  values: Partial<typeof imports.$inferInsert>,
): Promise<Import> {
  const [ended] = await db
    .update(imports)
    .set({ ...values, content: null })
    .where(
      and(
        eq(imports.workspace_id, workspace_id),
        eq(imports.id, id),
        eq(imports.status, "running"),
        eq(imports.version, version),
      ),
    )
    .returning(importColumns);
  if (!ended) throw conflict("The import was begun again elsewhere.");
  return { ...ended, dry_run: false };
}

export async function markUndone(
  tx: Pick<Transaction, "update">,
  { workspace_id, id, at }: { workspace_id: WorkspaceId; id: string; at: string },
): Promise<void> {
  await tx
    .update(imports)
    .set({ status: "undone", updated_at: at })
    .where(and(eq(imports.workspace_id, workspace_id), eq(imports.id, id)));
}
