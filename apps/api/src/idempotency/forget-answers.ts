import { Environment } from "@stowage/contract/environments";
import type { Transaction } from "@stowage/db/prepared";
import { api_keys } from "@stowage/db/schema/api-keys";
import { workspaces } from "@stowage/db/schema/identity";
import { idempotencyKeys } from "@stowage/db/schema/transfers";
import { and, eq, inArray, isNotNull, or, sql } from "drizzle-orm";

/**
 * Forgets the answers kept for an organization's callers, of one environment or both: what they tell of is not there any
 * more, and the same request makes it anew. Calls that are running keep their names.
 */
export async function forgetAnswers(
  tx: Transaction,
  organization_id: string,
  environments: readonly Environment[] = Environment.options,
): Promise<void> {
  const keys = tx
    .select({ id: api_keys.id })
    .from(api_keys)
    .where(
      and(eq(api_keys.organization_id, organization_id), inArray(api_keys.environment, [...environments])),
    );
  const homes = tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(
      and(
        eq(workspaces.organization_id, organization_id),
        inArray(workspaces.environment, [...environments]),
      ),
    );
  const homeOfPerson = sql`split_part(${idempotencyKeys.caller}, ' ', 2)`;
  await tx
    .delete(idempotencyKeys)
    .where(
      and(
        isNotNull(idempotencyKeys.answer),
        or(inArray(idempotencyKeys.caller, keys), inArray(homeOfPerson, homes)),
      ),
    );
}
