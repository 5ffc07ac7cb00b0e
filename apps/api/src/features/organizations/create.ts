import { OWNED_ORGANIZATIONS_MAX } from "@stowage/contract/limits";
import { CreateOrganization, Organization } from "@stowage/contract/organizations";
import type { Transaction } from "@stowage/db/prepared";
import { memberships, users } from "@stowage/db/schema/identity";
import { and, count, eq } from "drizzle-orm";
import { limitReached } from "../../problems.ts";
import type { PersonContext } from "../../trpc/context.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { onUniqueViolation } from "../../writes/unique-violation.ts";
import { getOrganization, insertOrganization, organizationOf, slugTaken } from "./store.ts";

/**
 * Makes another organization, live and test, with the person as its owner.
 * @throws conflict  the slug is taken
 * @throws limit_reached  the person owns 50
 */
export const create = sessionOnly()
  .meta(rest("POST /organizations", "Create an organization", { status: 201 }))
  .input(CreateOrganization)
  .output(Organization)
  .mutation(({ ctx, input }) => createOrganization(ctx, input));

function createOrganization(ctx: PersonContext, input: CreateOrganization): Promise<Organization> {
  return onUniqueViolation(slugTaken(), () =>
    ctx.db.transaction(async (tx) => {
      await checkOwned(tx, ctx.caller.user.id);
      const { id } = await insertOrganization(tx, ctx, input);
      return organizationOf(await getOrganization(tx, ctx.caller, id));
    }),
  );
}

/** One at a time for each person, so that parallel ones cannot pass the limit together. */
async function checkOwned(tx: Transaction, user_id: string): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, user_id)).for("no key update");
  const [row] = await tx
    .select({ total: count() })
    .from(memberships)
    .where(and(eq(memberships.user_id, user_id), eq(memberships.role, "owner")));
  if (row && row.total >= OWNED_ORGANIZATIONS_MAX)
    throw limitReached(`A person owns at most ${OWNED_ORGANIZATIONS_MAX} organizations.`);
}
