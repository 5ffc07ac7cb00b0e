import type { SessionState, User } from "@stowage/contract/accounts";
import type { Environment } from "@stowage/contract/environments";
import type { Db } from "@stowage/db/open-database";
import { memberships, organizations, users } from "@stowage/db/schema/identity";
import { asc, eq } from "drizzle-orm";
import type { Deps } from "../../deps.ts";
import { canSignUp } from "./policy.ts";

/** What sign-in, sign-up and the session answer: the person, their first organization, and whether others may join. */
export async function sessionState(
  db: Db,
  deps: Deps,
  session: { user: User; expires_at: string } | null,
): Promise<SessionState> {
  const is_first_run = session === null && !(await hasUsers(db));
  const can_sign_up = canSignUp(deps.config.registration, is_first_run);
  if (!session)
    return { user: null, organization: null, environment: null, expires_at: null, can_sign_up, is_first_run };
  const organization = await firstOrganization(db, session.user.id);
  const environment: Environment = "live";
  return { ...session, organization, environment, can_sign_up, is_first_run };
}

export async function hasUsers(db: Db): Promise<boolean> {
  const found = await db.select({ id: users.id }).from(users).limit(1);
  return found.length > 0;
}

async function firstOrganization(db: Db, user_id: string) {
  const [row] = await db
    .select({ id: organizations.id, name: organizations.name, role: memberships.role })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organization_id))
    .where(eq(memberships.user_id, user_id))
    .orderBy(asc(memberships.created_at), asc(memberships.id))
    .limit(1);
  return row ?? null;
}
