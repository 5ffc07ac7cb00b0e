import { ITEM_EXPIRY_NOTICE_DAYS } from "@stowage/contract/limits";
import { newId } from "@stowage/db/new-id";
import type { Transaction } from "@stowage/db/prepared";
import { workspaces } from "@stowage/db/schema/identity";
import { bins, items, locations } from "@stowage/db/schema/inventory";
import { item_notices } from "@stowage/db/schema/notices";
import { projects, reservations, tasks } from "@stowage/db/schema/projects";
import { imports } from "@stowage/db/schema/transfers";
import { eq, sql } from "drizzle-orm";
import type { OrganizationId, WorkspaceId } from "../../gate/caller.ts";
import { forgetAnswers } from "../../idempotency/forget-answers.ts";
import { lockWorkspace } from "../../inventory/rows/write-rows.ts";
import { takeNewCodes } from "../../labels/take-new-codes.ts";
import { held } from "../projects/policy.ts";
import { completionOf } from "../tasks/policy.ts";
import {
  SAMPLE_PLACES,
  SAMPLE_PROJECTS,
  SAMPLE_TASKS,
  type SamplePlace,
  type SampleProject,
} from "./policy.ts";

export interface Sandbox {
  organization_id: OrganizationId;
  /** The organization's test workspace. */
  workspace_id: WorkspaceId;
  /** RFC 3339; days of expiry count from it. */
  at: string;
}

interface SampleRows {
  locations: (typeof locations.$inferInsert)[];
  bins: (typeof bins.$inferInsert)[];
  items: (typeof items.$inferInsert)[];
  projects: (typeof projects.$inferInsert)[];
  reservations: (typeof reservations.$inferInsert)[];
  tasks: (typeof tasks.$inferInsert)[];
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Puts the sample data into an empty test workspace. Every item has an `external_id` that is the same after each reset. */
export async function fillSandbox(tx: Transaction, sandbox: Sandbox) {
  const { organization_id, workspace_id, at: created_at } = sandbox;
  const count = SAMPLE_PLACES.map(binsIn).reduce((sum, bins) => sum + bins, 0);
  const labels = await takeNewCodes(tx, { organization_id, count, batch_id: null, created_at });
  const rows: SampleRows = { locations: [], bins: [], items: [], projects: [], reservations: [], tasks: [] };
  for (const place of SAMPLE_PLACES) addPlace(sandbox, rows, labels, place, []);
  for (const project of SAMPLE_PROJECTS) addProject(sandbox, rows, project);
  for (const task of SAMPLE_TASKS) addTask(sandbox, rows, task, null);
  await tx.insert(locations).values(rows.locations);
  await tx.insert(bins).values(rows.bins);
  await tx.insert(items).values(rows.items);
  await tx.insert(projects).values(rows.projects);
  await tx.insert(reservations).values(rows.reservations);
  await tx.insert(tasks).values(rows.tasks);
  await tx.insert(item_notices).values(expiriesTold(sandbox, rows));
  await tx.execute(sql`update codes set target_type = 'bin', target_id = bins.id from bins
    where bins.workspace_id = ${workspace_id} and codes.organization_id = ${organization_id} and codes.code = bins.code`);
  const filled = { locations: rows.locations.length, bins: rows.bins.length, items: rows.items.length };
  await countKept(tx, workspace_id, filled);
  return { ...filled, projects: rows.projects.length, tasks: rows.tasks.length };
}

/**
 * Takes everything out of a test workspace; its events stay. What others are about to put in meanwhile waits, and then
 * finds its place gone.
 */
export async function emptySandbox(
  tx: Transaction,
  { organization_id, workspace_id }: Sandbox,
): Promise<void> {
  await lockWorkspace(tx, workspace_id);
  for (const table of [tasks, reservations, projects, imports])
    await tx.delete(table).where(eq(table.workspace_id, workspace_id));
  await tx.execute(sql`delete from codes where organization_id = ${organization_id} and target_id in (
    select id from bins where workspace_id = ${workspace_id}
    union all select id from items where workspace_id = ${workspace_id}
    union all select id from locations where workspace_id = ${workspace_id})`);
  for (const table of [items, bins, locations])
    await tx.delete(table).where(eq(table.workspace_id, workspace_id));
  await forgetAnswers(tx, organization_id, ["test"]);
  await countKept(tx, workspace_id, { locations: 0, bins: 0, items: 0 });
}

async function countKept(
  tx: Transaction,
  workspace_id: WorkspaceId,
  kept: { locations: number; bins: number; items: number },
): Promise<void> {
  await tx
    .update(workspaces)
    .set({ location_count: kept.locations, bin_count: kept.bins, item_count: kept.items })
    .where(eq(workspaces.id, workspace_id));
}

const binsIn = (place: SamplePlace): number =>
  (place.bins?.length ?? 0) + (place.inside ?? []).map(binsIn).reduce((sum, bins) => sum + bins, 0);

function addPlace(
  sandbox: Sandbox,
  rows: SampleRows,
  labels: string[],
  place: SamplePlace,
  above: string[],
): void {
  const { workspace_id, at } = sandbox;
  const common = { workspace_id, created_at: at, updated_at: at };
  const id = newId("location");
  const path = [...above, id];
  const { name, kind } = place;
  rows.locations.push({ ...common, id, name, kind, parent_id: above.at(-1), path, depth: path.length });
  for (const item of place.items ?? []) rows.items.push({ ...itemRow(sandbox, item), location_id: id });
  for (const bin of place.bins ?? []) {
    const bin_id = newId("bin");
    const code = labels.pop();
    if (code === undefined) throw new Error("each sample bin has its label");
    rows.bins.push({ ...common, id: bin_id, code, name: bin.name, location_id: id, tags: bin.tags ?? [] });
    for (const item of bin.items) rows.items.push({ ...itemRow(sandbox, item), bin_id });
  }
  for (const inner of place.inside ?? []) addPlace(sandbox, rows, labels, inner, path);
}

type SampleItem = NonNullable<SamplePlace["items"]>[number];

function itemRow({ workspace_id, at }: Sandbox, { barcode, expires_in_days, ...item }: SampleItem) {
  const words = item.name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return {
    ...item,
    id: newId("item"),
    workspace_id,
    external_id: `sample-${words.join("-")}`,
    barcodes: barcode === undefined ? [] : [barcode],
    expires_on: expires_in_days === undefined ? null : dayAfter(at, expires_in_days),
    created_at: at,
    updated_at: at,
  };
}

/** That samples expire is nobody's news: it counts as told. */
function expiriesTold({ workspace_id, at: created_at }: Sandbox, rows: SampleRows) {
  return rows.items.flatMap(({ id, expires_on }) =>
    expires_on
      ? ITEM_EXPIRY_NOTICE_DAYS.map((days) => ({ workspace_id, item_id: id, expires_on, days, created_at }))
      : [],
  );
}

/** What it holds is taken off what is available of the items, whose rows are made already. */
function addProject(sandbox: Sandbox, rows: SampleRows, { needs, tasks, ...project }: SampleProject): void {
  const { workspace_id, at } = sandbox;
  const common = { workspace_id, created_at: at, updated_at: at };
  const id = newId("project");
  const { name, description, status } = project;
  rows.projects.push({ ...common, id, name, description, status, due_on: dueOn(at, project) });
  for (const { item: named, quantity, consumed = 0 } of needs) {
    const item = rows.items.find((row) => row.name === named);
    if (!item) throw new Error(`there is no sample item ${named}`);
    item.reserved = (item.reserved ?? 0) + held(project, { quantity, consumed });
    const reserved = { project_id: id, item_id: item.id, quantity, consumed };
    rows.reservations.push({ ...common, ...reserved, id: newId("reservation") });
  }
  for (const task of tasks) addTask(sandbox, rows, task, id);
}

function addTask(
  { workspace_id, at }: Sandbox,
  rows: SampleRows,
  { title, status = "open", priority = "normal", about, ...task }: SampleProject["tasks"][number],
  project_id: string | null,
): void {
  rows.tasks.push({
    id: newId("task"),
    workspace_id,
    title,
    status,
    priority,
    project_id,
    due_on: dueOn(at, task),
    ...(about !== undefined && subjectNamed(rows, about)),
    source: "user",
    completed_at: completionOf(null, status, at),
    created_at: at,
    updated_at: at,
  });
}

function subjectNamed(rows: SampleRows, name: string) {
  for (const [subject_type, things] of [
    ["item", rows.items],
    ["bin", rows.bins],
    ["location", rows.locations],
  ] as const) {
    const found = things.find((row) => row.name === name);
    if (found) return { subject_type, subject_id: found.id };
  }
  throw new Error(`there is no sample ${name}`);
}

const dueOn = (at: string, { due_in_days }: { due_in_days?: number }): string | null =>
  due_in_days === undefined ? null : dayAfter(at, due_in_days);

function dayAfter(at: string, days: number): string {
  return new Date(Date.parse(at) + days * DAY_MS).toISOString().slice(0, 10);
}
