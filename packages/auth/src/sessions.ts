import { createHash } from "node:crypto";
import { encodeBase32LowerCaseNoPadding } from "@oslojs/encoding";
import type { Database } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from "lucia";
import { type RandomSource, systemRandom } from "./random-source.ts";
import { type SessionRow, type SessionUser, sessionStore } from "./session-store.ts";

declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionFacts, SessionUser>;
    DatabaseSessionAttributes: SessionFacts;
    DatabaseUserAttributes: SessionUser;
  }
}

/** 200 bits; 40 characters of base32. */
const TOKEN_BYTES = 25;
/** How old the time of a session's last use may be before a use writes it again. */
const LAST_SEEN_GRANULARITY_MS = 10 * 60_000;

interface SessionFacts {
  readonly created_at: string;
  readonly last_seen_at: string;
  readonly authenticated_at: string;
  readonly organization_id: string | null;
  readonly ip: string | null;
  readonly user_agent: string | null;
}

export interface SessionsOptions {
  readonly database: Pick<Database, "db">;
  /** Unix milliseconds. Default: the system's clock. */
  readonly now?: () => number;
  /** Days without use after which a session ends; one past half of them is extended by a use. Default 30. */
  readonly ttlDays?: number;
  readonly randomBytes?: RandomSource;
}

/** Where a session was opened, for its owner's list. */
export interface SessionOrigin {
  readonly ip?: string | null | undefined;
  readonly userAgent?: string | null | undefined;
}

/** A session that holds. */
export interface SessionInfo {
  /** SHA-256 of the token: names the session, opens nothing. */
  readonly session_id: string;
  readonly user: SessionUser;
  readonly created_at: string;
  /** When its person last proved who they are. */
  readonly authenticated_at: string;
  /** The organization it was last switched to; null for the person's first. */
  readonly organization_id: string | null;
  readonly expires_at: string;
  /** It was just extended, so the cookie must be sent again with the new expiry. */
  readonly is_fresh: boolean;
}

/** Signed-in browsers (K60). The token exists in the cookie alone; every other name of a session is its hash. */
export interface Sessions {
  readonly create: (userId: string, origin: SessionOrigin) => Promise<{ token: string; expires_at: string }>;
  /** The session a token opens, or null: unknown, over, or its user disabled (which ends it). One prepared read. */
  readonly validate: (token: string) => Promise<SessionInfo | null>;
  /** The same without being a use: nothing is extended, ended or written. For what goes on without its person. */
  readonly look: (token: string) => Promise<SessionInfo | null>;
  /** The same by the session's hash, for what its person asked for earlier. */
  readonly lookById: (sessionId: string) => Promise<SessionInfo | null>;
  readonly end: (token: string) => Promise<void>;
  /** Ends the session of this hash, of `userId` alone if given. @returns whether there was one */
  readonly endById: (sessionId: string, userId?: string) => Promise<boolean>;
  /** Ends a user's sessions but one, within `tx` if given. @returns how many ended */
  readonly endAllOfUser: (userId: string, exceptSessionId?: string, tx?: Transaction) => Promise<number>;
  /**
   * Gives a session another token, within `tx`: the one before opens nothing once that commits. Its person counts as
   * having just proved who they are. Null when the session has ended.
   */
  readonly replaceToken: (
    tx: Transaction,
    sessionId: string,
  ) => Promise<{ token: string; session_id: string; expires_at: string } | null>;
  /** Its person has just proved who they are again. @returns whether there was such a session */
  readonly confirm: (sessionId: string) => Promise<boolean>;
  /** Sets the organization where its requests go that name none. @returns when it ends; null if it has */
  readonly switchOrganization: (sessionId: string, organizationId: string) => Promise<string | null>;
  /** Removes the rows of sessions that are over; they open nothing in any case. */
  readonly removeExpired: () => Promise<void>;
}

/** The sessions of one server, managed by Lucia over our own table. */
export function createSessions(options: SessionsOptions): Sessions {
  const { database, now = Date.now, ttlDays = 30, randomBytes = systemRandom } = options;
  const store = sessionStore(database.db);
  const lucia = new Lucia(hashingAdapter(store, now), {
    sessionExpiresIn: new TimeSpan(ttlDays, "d"),
    getSessionAttributes: (facts) => facts,
    getUserAttributes: (user) => user,
  });

  async function create(userId: string, { ip = null, userAgent = null }: SessionOrigin) {
    const token = encodeBase32LowerCaseNoPadding(randomBytes(TOKEN_BYTES));
    const created_at = new Date(now()).toISOString();
    const facts = {
      created_at,
      last_seen_at: created_at,
      authenticated_at: created_at,
      organization_id: null,
      ip,
      user_agent: userAgent,
    };
    const session = await lucia.createSession(userId, facts, { sessionId: token });
    return { token, expires_at: fromLuciaTime(session.expiresAt, now) };
  }

  async function replaceToken(tx: Transaction, sessionId: string) {
    const token = encodeBase32LowerCaseNoPadding(randomBytes(TOKEN_BYTES));
    const session_id = hashToken(token);
    const authenticated_at = new Date(now()).toISOString();
    const replaced = await store.replaceId(tx, { from: sessionId, id: session_id, authenticated_at });
    return replaced && { token, session_id, ...replaced };
  }

  async function validate(token: string): Promise<SessionInfo | null> {
    const { session, user } = await lucia.validateSession(token);
    if (session === null) return null;
    const session_id = hashToken(token);
    if (now() - Date.parse(session.last_seen_at) > LAST_SEEN_GRANULARITY_MS) {
      await store.touch(session_id, new Date(now()).toISOString());
    }
    const { id, email, name, is_instance_admin } = user;
    return {
      session_id,
      user: { id, email, name, is_instance_admin },
      created_at: session.created_at,
      authenticated_at: session.authenticated_at,
      organization_id: session.organization_id,
      expires_at: fromLuciaTime(session.expiresAt, now),
      is_fresh: session.fresh,
    };
  }

  async function lookById(session_id: string): Promise<SessionInfo | null> {
    const row = await store.find(session_id);
    if (row === null || row.disabled_at !== null || Date.parse(row.expires_at) <= now()) return null;
    const { user, created_at, authenticated_at, organization_id, expires_at } = row;
    return { session_id, user, created_at, authenticated_at, organization_id, expires_at, is_fresh: false };
  }

  return {
    create,
    validate,
    look: (token) => lookById(hashToken(token)),
    lookById,
    end: (token) => lucia.invalidateSession(token),
    endById: (sessionId, userId) => store.remove(sessionId, userId),
    endAllOfUser: (userId, exceptSessionId, tx) => store.removeAllOfUser(userId, exceptSessionId, tx),
    replaceToken,
    confirm: (sessionId) => store.confirm(sessionId, new Date(now()).toISOString()),
    switchOrganization: (sessionId, organizationId) => store.switchOrganization(sessionId, organizationId),
    removeExpired: () => lucia.deleteExpiredSessions(),
  };
}

/**
 * Lucia's view of our table, with the token in the place of the id: every id that Lucia passes is hashed here, and
 * what it gets back carries the token again, since it passes that on to its next call.
 */
function hashingAdapter(store: ReturnType<typeof sessionStore>, now: () => number): Adapter {
  return {
    async getSessionAndUser(token) {
      const row = await store.find(hashToken(token));
      if (row === null) return [null, null];
      // A disabled user is no user: Lucia then deletes the session.
      const user = row.disabled_at === null ? { id: row.user.id, attributes: row.user } : null;
      return [toLuciaSession(token, row, now), user];
    },
    setSession: ({ id: token, userId, expiresAt, attributes }) =>
      store.insert({
        id: hashToken(token),
        user_id: userId,
        expires_at: fromLuciaTime(expiresAt, now),
        ...attributes,
      }),
    updateSessionExpiration: (token, expiresAt) =>
      store.extend(hashToken(token), fromLuciaTime(expiresAt, now)),
    async deleteSession(token) {
      await store.remove(hashToken(token));
    },
    async deleteUserSessions(userId) {
      await store.removeAllOfUser(userId);
    },
    deleteExpiredSessions: () => store.removeExpired(new Date(now()).toISOString()),
    // Lucia would hash these ids a second time, so that ending one did nothing: lists are read from the table.
    getUserSessions: () => Promise.reject(new Error("Sessions are listed from the table, not by Lucia.")),
  };
}

function toLuciaSession(token: string, row: SessionRow, now: () => number): DatabaseSession {
  const { user, expires_at, disabled_at: _, ...facts } = row;
  return { id: token, userId: user.id, expiresAt: toLuciaTime(expires_at, now), attributes: facts };
}

/** SHA-256 in hex. A token has 200 random bits, so no slower hash would protect it better. */
function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Lucia asks the system's clock and no other; moving the times it sees gives it ours. */
function toLuciaTime(instant: string, now: () => number): Date {
  return new Date(Date.parse(instant) + Date.now() - now());
}

function fromLuciaTime(date: Date, now: () => number): string {
  return new Date(date.getTime() + now() - Date.now()).toISOString();
}
