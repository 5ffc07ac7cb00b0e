import { Environment } from "@stowage/contract/environments";
import { ROLE_SCOPES } from "@stowage/contract/roles";
import type { Database } from "@stowage/db/open-database";
import { prepared } from "@stowage/db/prepared";
import { memberships, organizations, workspaces } from "@stowage/db/schema/identity";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Deps } from "../deps.ts";
import { notFound, ProblemError, unauthorized } from "../problems.ts";
import type { Exchange } from "./call.ts";
import { type PersonCaller, type SessionCaller, type StrayCaller, tenantOf } from "./caller.ts";
import { sessionCookie } from "./session-cookie.ts";

/**
 * The caller behind a session cookie, in the organization and environment that the headers name (default: the
 * one last switched to, else the first; live). Who has no such organization is a stray: their own affairs are open to
 * them, and nothing else. A session past half its life is renewed on the way.
 * @throws session_expired
 */
export async function sessionCaller(
  deps: Deps,
  exchange: Exchange,
  token: string,
): Promise<SessionCaller | StrayCaller> {
  const session = await (exchange.is_going_on ? deps.sessions.look(token) : deps.sessions.validate(token));
  if (!session) throw unauthorized("session_expired", "Your session has ended. Sign in again.");
  if (session.is_fresh)
    exchange.setHeader("set-cookie", sessionCookie(deps.publicUrl(), token, session.expires_at));
  const { user, session_id, authenticated_at } = session;
  const person: PersonCaller = { auth_method: "session", user, session_id, authenticated_at };
  const environment = environmentOf(exchange);
  const wanted = exchange.headers["x-organization-id"];
  const homes = await homesOf(deps.database, user.id, environment);
  const last = homes.find((row) => row.organization_id === session.organization_id);
  const home =
    wanted === undefined ? (last ?? homes[0]) : homes.find((row) => row.organization_id === wanted);
  if (!home) return { ...person, organization: null, refusal: strayed(wanted) };
  return personIn(home, environment, person);
}

/**
 * The caller that a session is by now, for what its person asked for earlier; null once it has ended, or its person has
 * no access to that organization any more. It is no use of the session.
 */
export async function callerOfSession(
  { sessions, database }: Pick<Deps, "sessions" | "database">,
  { session_id, organization_id, environment }: StandingRequest,
): Promise<SessionCaller | null> {
  const session = await sessions.lookById(session_id);
  if (!session) return null;
  const { user, authenticated_at } = session;
  const homes = await homesOf(database, user.id, environment);
  const home = homes.find((row) => row.organization_id === organization_id);
  return home
    ? personIn(home, environment, { auth_method: "session", user, session_id, authenticated_at })
    : null;
}

/** Whose request waits, and where it is meant. */
interface StandingRequest {
  session_id: string;
  organization_id: string;
  environment: Environment;
}

type Home = Awaited<ReturnType<typeof homesOf>>[number];

function personIn(home: Home, environment: Environment, person: PersonCaller): SessionCaller {
  return {
    ...tenantOf({
      organization: { id: home.organization_id, name: home.organization_name, plan: home.plan },
      workspace_id: home.workspace_id,
      environment,
      role: home.role,
      user: person.user,
      scopes: ROLE_SCOPES[home.role],
      key: null,
    }),
    ...person,
  };
}

/** Not a member, suspended, ended and never there are one answer. */
function strayed(wanted: string | string[] | undefined): ProblemError {
  if (wanted !== undefined) return notFound("organization", String(wanted));
  return new ProblemError(
    "role_forbidden",
    "You are not a member of any organization. Create one, or ask for an invitation.",
  );
}

function environmentOf(exchange: Exchange): Environment {
  const header = exchange.headers["x-environment"];
  if (header === undefined) return "live";
  const environment = Environment.safeParse(header);
  if (environment.success) return environment.data;
  throw new ProblemError("invalid_header", "X-Environment is either live or test.");
}

function homesOf(database: Database, user_id: string, environment: Environment) {
  const query = prepared(database.db, "memberships_of_user", (db) =>
    db
      .select({
        organization_id: organizations.id,
        organization_name: organizations.name,
        plan: organizations.plan,
        role: memberships.role,
        workspace_id: workspaces.id,
      })
      .from(memberships)
      .innerJoin(organizations, eq(organizations.id, memberships.organization_id))
      .innerJoin(
        workspaces,
        and(
          eq(workspaces.organization_id, organizations.id),
          eq(workspaces.environment, sql.placeholder("environment")),
        ),
      )
      .where(and(eq(memberships.user_id, sql.placeholder("user_id")), isNull(memberships.disabled_at)))
      .orderBy(asc(memberships.created_at), asc(memberships.id)),
  );
  return query.execute({ user_id, environment });
}
