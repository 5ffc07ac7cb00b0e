import type {
  ListProjects,
  Project,
  ProjectPage,
  ProjectStock,
  ProjectView,
  Reservation,
} from "@stowage/contract/projects";
import type { Db } from "@stowage/db/open-database";
import { prepared } from "@stowage/db/prepared";
import { items } from "@stowage/db/schema/inventory";
import { projects, reservations } from "@stowage/db/schema/projects";
import { and, eq, inArray, sql } from "drizzle-orm";
import { quickly } from "../../bounds/quickly.ts";
import { withinFilter } from "../../bounds/within.ts";
import type { Reach } from "../../gate/caller.ts";
import { hasAll, writtenSince } from "../../lists/filters.ts";
import { byDay, byInstant, byText, type Filter, listPage } from "../../lists/paging.ts";
import { textFilter } from "../../lists/text-search.ts";
import { notFound } from "../../problems.ts";
import { reservationOf } from "./policy.ts";

/** The columns of a project on the wire. */
export const projectColumns = {
  id: projects.id,
  name: projects.name,
  description: projects.description,
  status: projects.status,
  starts_on: projects.starts_on,
  due_on: projects.due_on,
  tags: projects.tags,
  version: projects.version,
  created_at: projects.created_at,
  updated_at: projects.updated_at,
};

export const reservationColumns = {
  id: reservations.id,
  project_id: reservations.project_id,
  item_id: reservations.item_id,
  quantity: reservations.quantity,
  consumed: reservations.consumed,
  version: reservations.version,
  created_at: reservations.created_at,
  updated_at: reservations.updated_at,
};

const SORTS = {
  name: byText(projects.name),
  created_at: byInstant(projects.created_at),
  updated_at: byInstant(projects.updated_at),
  due_on: byDay(projects.due_on),
};

const searchText = sql`lower(${projects.name} || ' ' || ${projects.description})`;

/** @throws not_found */
export async function getProject(db: Db, { reach, id }: { reach: Reach; id: string }): Promise<Project> {
  const { name, condition, values } = withinFilter("projects", reach);
  const query = prepared(quickly(db, reach), `project_get_${name}`, (prepare) =>
    prepare
      .select(projectColumns)
      .from(projects)
      .where(and(condition(), eq(projects.id, sql.placeholder("id")))),
  );
  const [project] = await query.execute({ ...values, id });
  if (!project) throw notFound("project", id);
  return project;
}

export async function listProjects(db: Db, reach: Reach, input: ListProjects): Promise<ProjectPage> {
  const page = await listPage<Project>({
    db,
    name: "projects",
    table: projects,
    id: projects.id,
    columns: projectColumns,
    sorts: SORTS,
    filters: [withinFilter("projects", reach), ...filtersOf(input)],
    page: input,
  });
  if (input.include === undefined && input.item_id === undefined) return page;
  const [stocks, standings] = await Promise.all([
    input.include?.includes("stock") ? stocksOf(db, reach, page.data) : null,
    input.item_id === undefined ? null : standingsOf(db, reach, page.data, input.item_id),
  ]);
  const data = page.data.map((project): ProjectView => {
    const reservation = standings?.get(project.id);
    return {
      ...project,
      ...(stocks && { stock: stocks.get(project.id) ?? { items: 0, open: 0, short: 0 } }),
      ...(reservation && { reservation }),
    };
  });
  return { ...page, data };
}

function filtersOf({ status, tag, updated_since, item_id, q }: ListProjects): (Filter | null)[] {
  return [
    status === undefined
      ? null
      : {
          name: "status",
          condition: () => sql`${projects.status} = any(${sql.placeholder("status")}::text[])`,
          values: { status },
        },
    hasAll(projects.tags, tag),
    writtenSince(projects.updated_at, updated_since),
    item_id === undefined
      ? null
      : {
          name: "item",
          condition: () => sql`${projects.id} in (select ${reservations.project_id} from ${reservations}
            where ${reservations.workspace_id} = ${sql.placeholder("workspace_id")}
            and ${reservations.item_id} = ${sql.placeholder("item_id")})`,
          values: { item_id },
        },
    textFilter(searchText, q),
  ];
}

/** The numbers behind `reservationOf`, counted by the database: a page of projects may reserve very much. */
async function stocksOf(db: Db, reach: Reach, page: readonly Project[]): Promise<Map<string, ProjectStock>> {
  if (page.length === 0) return new Map();
  const needed = sql`case when ${projects.status} in ('planned', 'active')
    then greatest(${reservations.quantity} - ${reservations.consumed}, 0) else 0 end`;
  const available = sql`case when ${items.deleted_at} is null
    then ${items.available} + case when ${projects.status} = 'active' then ${needed} else 0 end else 0 end`;
  const rows = await db
    .select({
      project_id: reservations.project_id,
      items: sql<number>`count(*)::int`,
      open: sql<number>`(count(*) filter (where ${needed} > 0))::int`,
      short: sql<number>`(count(*) filter (where ${needed} > greatest(${available}, 0)))::int`,
    })
    .from(reservations)
    .innerJoin(projects, eq(projects.id, reservations.project_id))
    .innerJoin(items, eq(items.id, reservations.item_id))
    .where(
      and(
        eq(reservations.workspace_id, reach.workspace_id),
        inArray(
          reservations.project_id,
          page.map(({ id }) => id),
        ),
      ),
    )
    .groupBy(reservations.project_id);
  return new Map(rows.map(({ project_id, ...stock }) => [project_id, stock]));
}

/** What projects reserve of one item, by project. */
async function standingsOf(
  db: Db,
  reach: Reach,
  page: readonly Project[],
  item_id: string,
): Promise<Map<string, Reservation>> {
  const rows = await db
    .select({
      reservation: { project_id: reservations.project_id, ...reservedColumns },
      item: stockColumns,
    })
    .from(reservations)
    .innerJoin(items, eq(items.id, reservations.item_id))
    .where(and(eq(reservations.workspace_id, reach.workspace_id), eq(reservations.item_id, item_id)));
  const rowOf = new Map(rows.map((row) => [row.reservation.project_id, row]));
  return new Map(
    page.flatMap((project): [string, Reservation][] => {
      const row = rowOf.get(project.id);
      return row ? [[project.id, reservationOf(project, row.item, row.reservation)]] : [];
    }),
  );
}

const reservedColumns = { quantity: reservations.quantity, consumed: reservations.consumed };
const stockColumns = {
  id: items.id,
  quantity: items.quantity,
  reserved: items.reserved,
  deleted_at: items.deleted_at,
};
