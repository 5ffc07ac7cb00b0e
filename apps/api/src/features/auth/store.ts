import { verifyPassword } from "@stowage/auth/passwords";
import type { OrganizationSummary, SessionState, User } from "@stowage/contract/accounts";
import type { Environment } from "@stowage/contract/environments";
import type { Db } from "@stowage/db/open-database";
import { memberships, organizations, users } from "@stowage/db/schema/identity";
import { and, asc, eq, isNull } from "drizzle-orm";
import { type Deps, instantNow } from "../../deps.ts";
import { throttledNetworkOf } from "../../gate/network-throttle.ts";
import { recentUntil } from "../../gate/recent-sign-in.ts";
import { sessionCookie } from "../../gate/session-cookie.ts";
import { unauthorized } from "../../problems.ts";
import type { OpenContext } from "../../trpc/context.ts";
import { canSignUp } from "./policy.ts";

/** Organizations that the session names, at the most. */
const ORGANIZATIONS_MAX = 100;

/** What is told of a session that holds. */
export interface HeldSession {
  user: User;
  expires_at: string;
  authenticated_at: string;
  organization_id: string | null;
}

/** What sign-in, sign-up and the session answer: the person, where they work, and whether others may join. */
export async function sessionState(db: Db, deps: Deps, session: HeldSession | null): Promise<SessionState> {
  const is_first_run = session === null && !(await hasUsers(db));
  const can_sign_up = canSignUp(deps.config.registration, { isFirstRun: is_first_run });
  if (!session)
    return {
      user: null,
      organization: null,
      organizations: [],
      environment: null,
      expires_at: null,
      recent_until: null,
      can_sign_up,
      is_first_run,
    };
  const { user, expires_at, authenticated_at } = session;
  const mine = await organizationsOf(db, user.id);
  const current = mine.find(({ id }) => id === session.organization_id) ?? mine[0] ?? null;
  const environment: Environment = "live";
  return {
    user,
    organization: current,
    organizations: mine.slice(0, ORGANIZATIONS_MAX),
    environment: current && environment,
    expires_at,
    recent_until: recentUntil(authenticated_at),
    can_sign_up,
    is_first_run,
  };
}

/** Whether this instance belongs to somebody. Who deleted their account counts no more. */
export async function hasUsers(db: Db): Promise<boolean> {
  const found = await db.select({ id: users.id }).from(users).where(isNull(users.deleted_at)).limit(1);
  return found.length > 0;
}

/** Where somebody may come in, the first joined first. */
function organizationsOf(db: Db, user_id: string): Promise<OrganizationSummary[]> {
  return db
    .select({ id: organizations.id, name: organizations.name, role: memberships.role })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organization_id))
    .where(and(eq(memberships.user_id, user_id), isNull(memberships.disabled_at)))
    .orderBy(asc(memberships.created_at), asc(memberships.id));
}

/** A user with all that proves them. */
export type UserRow = typeof users.$inferSelect;

/** The same for an unknown account and a wrong password, so that neither tells which addresses have accounts. */
export const signInFailed = (detail = "The e-mail address or the password is wrong.") =>
  unauthorized("sign_in_failed", detail);

/**
 * K61: the user whose password this is. The attempt counts as failed until {@link proved}: what else must be proved comes
 * first. An unknown account takes as long as a wrong password.
 * @throws sign_in_failed, auth_throttled
 */
export async function provePassword(
  { deps, db, call }: OpenContext,
  { email, password }: { email: string; password: string },
): Promise<UserRow> {
  await deps.signInThrottle.begin(email, throttledNetworkOf(call.exchange.ip));
  const [user] = await db.select().from(users).where(eq(users.email, email));
  const isRight = await verifyPassword(user?.password_hash ?? null, password);
  if (!user || !isRight || user.disabled_at !== null) throw signInFailed();
  return user;
}

/** All was right, so the attempt is no failed one. */
export async function proved({ deps, call }: OpenContext, email: string): Promise<void> {
  await deps.signInThrottle.succeeded(email, throttledNetworkOf(call.exchange.ip));
}

/**
 * Opens a session and hands out its cookie. Whoever changed the password or disabled the account while it was being
 * proved is waited for and wins: the session would otherwise outlive what it was opened with.
 * @throws sign_in_failed
 */
export async function openSession(
  { deps, db, call: { exchange } }: OpenContext,
  { password_hash, ...user }: User & { password_hash: string },
): Promise<HeldSession> {
  const origin = { ip: exchange.ip, userAgent: exchange.user_agent };
  const { token, expires_at } = await deps.sessions.create(user.id, origin);
  const [still] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, user.id), eq(users.password_hash, password_hash), isNull(users.disabled_at)))
    .for("share");
  if (!still) {
    await deps.sessions.end(token);
    throw signInFailed();
  }
  exchange.setHeader("set-cookie", sessionCookie(deps.publicUrl(), token, expires_at));
  return { user, expires_at, authenticated_at: instantNow(deps), organization_id: null };
}
