import { type KeyEpoch, raiseKeyEpochs } from "@stowage/auth/key-store";
import { Environment } from "@stowage/contract/environments";
import { PLAN_RATE_LIMITS } from "@stowage/contract/limits";
import {
  type ListOrganizations,
  ORGANIZATION_SETTINGS_DEFAULT,
  type Organization,
} from "@stowage/contract/organizations";
import type { Role } from "@stowage/contract/roles";
import { newId } from "@stowage/db/new-id";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { api_keys } from "@stowage/db/schema/api-keys";
import { events } from "@stowage/db/schema/events";
import { invitations, memberships, organizations, workspaces } from "@stowage/db/schema/identity";
import { bins, codes, items, locations } from "@stowage/db/schema/inventory";
import { projects, reservations, tasks } from "@stowage/db/schema/projects";
import { imports } from "@stowage/db/schema/transfers";
import { deliveries, triggers } from "@stowage/db/schema/triggers";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { type EventSource, type NewEvent, recordEvent } from "../../events.ts";
import type { Caller, OrganizationId, PersonCaller, SignedInPerson, WorkspaceId } from "../../gate/caller.ts";
import { forgetAnswers } from "../../idempotency/forget-answers.ts";
import { byText, listPage } from "../../lists/paging.ts";
import { conflict, notFound } from "../../problems.ts";
import { fillSandbox } from "../sandbox/store.ts";
import { slugOf } from "./policy.ts";

/** Whose doing something is, wherever it is told. */
export type Doing<Doer = EventSource["caller"]> = Pick<EventSource, "deps" | "call"> & { caller: Doer };

/**
 * The role of `user_id`, as a column: they are a member by the condition of {@link seenBy}. The outer column is spelled
 * out, since Drizzle leaves out its table here.
 */
const roleOf = (user_id: SQL) =>
  sql<Role>`(select role from memberships where organization_id = organizations.id and user_id = ${user_id})`;

const columnsFor = (user_id: SQL) => ({
  id: organizations.id,
  name: organizations.name,
  slug: organizations.slug,
  role: roleOf(user_id),
  plan: organizations.plan,
  rate_limit: organizations.rate_limit,
  settings: organizations.settings,
  created_at: organizations.created_at,
  version: organizations.version,
});

type OrganizationRow = Omit<Organization, "rate_limit" | "settings"> &
  Pick<typeof organizations.$inferSelect, "rate_limit" | "settings">;

/** A row as the wire has it: what is not set is the default. */
export function organizationOf(row: OrganizationRow): Organization {
  return {
    ...row,
    rate_limit: row.rate_limit ?? PLAN_RATE_LIMITS[row.plan],
    settings: { ...ORGANIZATION_SETTINGS_DEFAULT, ...row.settings },
  };
}

/** What a person is an active member of; a key sees its own organization alone. */
function seenBy(user_id: SQL, key_organization_id: SQL | null): SQL | undefined {
  const isMember = sql`exists (select 1 from memberships where organization_id = ${organizations.id}
    and user_id = ${user_id} and disabled_at is null)`;
  return key_organization_id === null ? isMember : and(isMember, eq(organizations.id, key_organization_id));
}

const keyOrganizationOf = (caller: Caller | PersonCaller) =>
  "key" in caller ? caller.key.organization_id : null;

const listedFor = sql`${sql.placeholder("user_id")}`;
const listedColumns = columnsFor(listedFor);
const SORTS = { name: byText(organizations.name) };

export async function listOrganizations(db: Db, caller: Caller, input: ListOrganizations) {
  const organization_id = keyOrganizationOf(caller);
  const page = await listPage<OrganizationRow>({
    db,
    name: "organizations",
    table: organizations,
    id: organizations.id,
    columns: listedColumns,
    sorts: SORTS,
    filters: [
      organization_id === null
        ? { name: "person", condition: () => seenBy(listedFor, null), values: { user_id: caller.user.id } }
        : {
            name: "key",
            condition: () => seenBy(listedFor, sql`${sql.placeholder("organization_id")}`),
            values: { user_id: caller.user.id, organization_id },
          },
    ],
    page: { ...input, sort: "name" },
  });
  return { ...page, data: page.data.map(organizationOf) };
}

/** @throws not_found  it is not one of the caller's */
export async function getOrganization(
  db: Db | Transaction,
  caller: Caller | PersonCaller,
  id: string,
): Promise<OrganizationRow> {
  const user = sql`${caller.user.id}`;
  const own = keyOrganizationOf(caller);
  const [row] = await db
    .select(columnsFor(user))
    .from(organizations)
    .where(and(eq(organizations.id, id), seenBy(user, own === null ? null : sql`${own}`)));
  if (!row) throw notFound("organization", id);
  return row;
}

/**
 * Serialises what changes an organization and who belongs to it as what, so that rules about all of its members hold.
 * Whoever makes a key waits for it, too.
 * Lock organizations before keys and workspaces, several in the order of their ids.
 * @returns whether it is there
 */
export async function lockOrganization(tx: Transaction, id: string): Promise<boolean> {
  const found = await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, id))
    .for("no key update");
  return found.length > 0;
}

/** An event that waits for its turn. */
export interface PendingEvent {
  workspace_id: string;
  event: NewEvent;
}

/** Records events of several workspaces, which are taken in the same order by everybody: nobody waits in a circle. */
export async function recordInOrder(
  tx: Transaction,
  doing: Doing,
  pending: readonly PendingEvent[],
): Promise<void> {
  const inOrder = pending.toSorted((one, other) => (one.workspace_id < other.workspace_id ? -1 : 1));
  for (const { workspace_id, event } of inOrder) await recordEvent(tx, { ...doing, workspace_id }, event);
}

/** Where what concerns an organization as a whole is told. */
export async function liveWorkspaceOf(tx: Transaction, organization_id: string): Promise<string> {
  const [row] = await tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(and(eq(workspaces.organization_id, organization_id), eq(workspaces.environment, "live")));
  if (!row) throw new Error(`organization ${organization_id} has no live workspace`);
  return row.id;
}

/** The error of a taken slug, for `onUniqueViolation`. */
export const slugTaken = () => ({ organizations_slug: conflict("This slug is taken. Choose another.") });

/** Makes an organization, live and test, that its maker owns. */
export async function insertOrganization(
  tx: Transaction,
  doing: Doing<SignedInPerson>,
  { name, slug = slugOf(name) }: { name: string; slug?: string | undefined },
): Promise<{ id: string }> {
  const at = instantNow(doing.deps);
  const times = { created_at: at, updated_at: at };
  const id = newId("organization");
  const user_id = doing.caller.user.id;
  await tx.insert(organizations).values({ id, name, slug, plan: doing.deps.config.default_plan, ...times });
  const workspaceIds: Record<Environment, string> = { live: newId("workspace"), test: newId("workspace") };
  await tx.insert(workspaces).values(
    Environment.options.map((environment) => ({
      id: workspaceIds[environment],
      organization_id: id,
      environment,
      ...times,
    })),
  );
  await tx
    .insert(memberships)
    .values({ id: newId("membership"), organization_id: id, user_id, role: "owner", ...times });
  // Nobody else knows these ids yet, so they are the caller's.
  const sandbox = {
    organization_id: id as OrganizationId,
    workspace_id: workspaceIds.test as WorkspaceId,
    at,
  };
  await fillSandbox(tx, sandbox);
  const event = { type: "organization.created", subject_id: id, subject_name: name } as const;
  await recordEvent(tx, { ...doing, workspace_id: workspaceIds.live }, event);
  return { id };
}

/**
 * K44: ends a locked organization with all that it holds. Its keys are gone with the commit; announce their epochs, so
 * that no server goes on with what it remembers of them.
 */
export async function deleteOrganization(tx: Transaction, id: string): Promise<KeyEpoch[]> {
  await tx.delete(invitations).where(eq(invitations.organization_id, id));
  await tx.delete(memberships).where(eq(memberships.organization_id, id));
  const raised = await raiseKeyEpochs(tx, { organizationId: id });
  await tx.select({ id: workspaces.id }).from(workspaces).where(ofOrganization(id)).for("update"); // waits for who is writing
  await deleteInventory(tx, id);
  await forgetAnswers(tx, id);
  await tx.delete(events).where(inArray(events.workspace_id, workspaceIds(tx, id)));
  await tx.delete(api_keys).where(eq(api_keys.organization_id, id));
  await tx.delete(workspaces).where(ofOrganization(id));
  await tx.delete(organizations).where(eq(organizations.id, id));
  return raised;
}

const ofOrganization = (id: string) => eq(workspaces.organization_id, id);
const workspaceIds = (tx: Transaction, id: string) =>
  tx.select({ id: workspaces.id }).from(workspaces).where(ofOrganization(id));

async function deleteInventory(tx: Transaction, id: string): Promise<void> {
  for (const table of [deliveries, triggers, tasks, reservations, projects, imports, items, bins, locations])
    await tx.delete(table).where(inArray(table.workspace_id, workspaceIds(tx, id)));
  await tx.delete(codes).where(eq(codes.organization_id, id));
}
