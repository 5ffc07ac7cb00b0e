import { Role } from "@stowage/contract/roles";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { memberships, organizations, users } from "@stowage/db/schema/identity";
import { and, eq, isNull } from "drizzle-orm";
import type { Caller, OrganizationId } from "../gate/caller.ts";
import { notFound, ProblemError } from "../problems.ts";
import { isAdmin } from "./organization-rules.ts";

/** The member whose rights a key uses. */
export interface Subject {
  id: string;
  role: Role;
}

/**
 * Whom a new key acts as: its maker, or for admins another active member, never one of a higher role.
 * @throws escalation_denied
 * @throws not_found  no active member of the organization
 */
export async function subjectOf(db: Db, caller: Caller, acts_as = caller.user.id): Promise<Subject> {
  if (acts_as !== caller.user.id) {
    if (caller.auth_method === "api_key")
      throw denied(`This key makes keys that act as ${caller.user.name} alone, as it does itself.`);
    if (!isAdmin(caller)) throw denied("Only admins make keys that act as somebody else.");
  }
  const role = await checkMayActAs(db, caller, acts_as);
  if (role === null) throw notFound("user", acts_as);
  return { id: acts_as, role };
}

/**
 * K14: only admins give rights in somebody else's name, and nobody those of somebody who has more than they have. The
 * caller's role counts as it is at this moment: whoever made a key for others as an admin has no say in it once they
 * are none.
 * @returns the subject's role; null when they have no access at present
 * @throws escalation_denied
 */
export async function checkMayActAs(
  db: Pick<Db, "select">,
  caller: Caller,
  acts_as: string,
): Promise<Role | null> {
  const { organization, user } = caller;
  const subject = await roleOf(db, organization.id, acts_as);
  if (acts_as === user.id) return subject;
  const role = await roleOf(db, organization.id, user.id);
  if (role === null || !isAdmin({ role })) throw denied("It acts as somebody else, which is for admins.");
  if (subject !== null && rank(subject) < rank(role))
    throw denied(`You are ${role} here, and this key acts as ${subject}. Ask somebody of that role.`);
  return subject;
}

/** From the highest. */
const rank = (role: Role): number => Role.options.indexOf(role);

/** An active member's role at this moment; null for anybody else. */
async function roleOf(
  db: Pick<Db, "select">,
  organization_id: OrganizationId,
  user_id: string,
): Promise<Role | null> {
  const [row] = await db
    .select({ role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.user_id))
    .where(
      and(
        eq(memberships.organization_id, organization_id),
        eq(memberships.user_id, user_id),
        isNull(memberships.disabled_at),
        isNull(users.disabled_at),
        isNull(users.deleted_at),
      ),
    );
  return row?.role ?? null;
}

/**
 * Keeps members from being removed while a key of one of them is being made, so that none is left behind: who removes a
 * member locks the organization, too.
 * @throws not_found, escalation_denied  they, or the maker's right to speak for them, have just gone
 */
export async function keepSubject(tx: Transaction, caller: Caller, user_id: string): Promise<void> {
  await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, caller.organization.id))
    .for("share");
  if ((await checkMayActAs(tx, caller, user_id)) === null) throw notFound("user", user_id);
}

function denied(detail: string): ProblemError {
  return new ProblemError("escalation_denied", detail);
}
