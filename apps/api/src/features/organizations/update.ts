import { type KeyEpoch, raiseKeyEpochs } from "@stowage/auth/key-store";
import { Organization, type OrganizationSettings, UpdateOrganization } from "@stowage/contract/organizations";
import { roleGrants } from "@stowage/contract/roles";
import type { Transaction } from "@stowage/db/prepared";
import { organizations } from "@stowage/db/schema/identity";
import { eq, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import { ProblemError } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { changesOf } from "../../writes/changes.ts";
import { checkVersion } from "../../writes/check-version.ts";
import { onUniqueViolation } from "../../writes/unique-violation.ts";
import { announceEpochs } from "../api-keys/store.ts";
import { refuseTestKey } from "../members/policy.ts";
import { checkPlanChange, customLimitOf } from "./policy.ts";
import { getOrganization, liveWorkspaceOf, lockOrganization, organizationOf, slugTaken } from "./store.ts";

/**
 * Changes an organization; `settings` is merged. Its keys have the new limits from the next request on.
 * @throws not_found, version_mismatch
 * @throws conflict  the slug is taken
 * @throws environment_mismatch  the caller is a test key
 * @throws role_forbidden, session_required  plan and rate_limit are for the admin of the instance, signed in
 */
export const update = scoped("organizations:write")
  .meta(rest("PATCH /organizations/{id}", "Change an organization"))
  .input(UpdateOrganization)
  .output(Organization)
  .mutation(({ ctx, input }) => updateOrganization(ctx, input));

async function updateOrganization(ctx: ScopedContext, input: UpdateOrganization): Promise<Organization> {
  const { organization, raised } = await onUniqueViolation(slugTaken(), () =>
    ctx.db.transaction((tx) => writeOrganization(tx, ctx, input)),
  );
  announceEpochs(ctx.deps, raised);
  return organization;
}

async function writeOrganization(
  tx: Transaction,
  ctx: ScopedContext,
  { id, if_version, settings, rate_limit, ...input }: UpdateOrganization,
): Promise<{ organization: Organization; raised: KeyEpoch[] }> {
  const { caller } = ctx;
  await lockOrganization(tx, id);
  const before = await getOrganization(tx, caller, id);
  refuseTestKey(caller);
  // The role of the gate is that of the organization in the headers, which need not be this one.
  if (!roleGrants(before.role, "organizations:write"))
    throw new ProblemError("role_forbidden", `The role ${before.role} does not change ${before.name}.`);
  checkPlanChange(caller, { plan: input.plan, rate_limit });
  checkVersion("organization", before, if_version);
  const { values, changes, isEmpty } = changesOf(before, {
    ...input,
    settings: merged(before.settings, settings),
    rate_limit: customLimitOf(before, { plan: input.plan, rate_limit }),
  });
  if (isEmpty) return { organization: organizationOf(before), raised: [] };
  await tx
    .update(organizations)
    .set({ ...values, version: sql`${organizations.version} + 1`, updated_at: instantNow(ctx.deps) })
    .where(eq(organizations.id, before.id));
  const isInKeys = "name" in changes || "plan" in changes || "rate_limit" in changes;
  const raised = isInKeys ? await raiseKeyEpochs(tx, { organizationId: before.id }) : [];
  const workspace_id = await liveWorkspaceOf(tx, before.id);
  const after = await getOrganization(tx, caller, id);
  const event = { type: "organization.updated", subject_id: after.id, subject_name: after.name } as const;
  await recordEvent(tx, { ...ctx, workspace_id }, { ...event, changes });
  return { organization: organizationOf(after), raised };
}

/** Only what is set is kept, so that a later default reaches whoever never chose. */
function merged(before: Partial<OrganizationSettings>, patch: Partial<OrganizationSettings> | undefined) {
  const sent = Object.entries(patch ?? {}).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(sent) };
}
