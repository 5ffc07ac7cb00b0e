import type { Db } from "@stowage/db/open-database";
import { prepared, type Transaction } from "@stowage/db/prepared";
import { sessions, users } from "@stowage/db/schema/identity";
import { and, eq, lte, ne, sql } from "drizzle-orm";

/** The person of a session. */
export interface SessionUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly is_instance_admin: boolean;
}

/** A session with its user, as one read gives it. */
export interface SessionRow {
  readonly created_at: string;
  readonly last_seen_at: string;
  readonly authenticated_at: string;
  readonly organization_id: string | null;
  readonly expires_at: string;
  readonly ip: string | null;
  readonly user_agent: string | null;
  readonly disabled_at: string | null;
  readonly user: SessionUser;
}

/** The sessions table. Every id here is the hash of a token. */
export function sessionStore(db: Db) {
  return {
    async find(id: string): Promise<SessionRow | null> {
      const [row] = await sessionById(db).execute({ id });
      return row ?? null;
    },

    async insert(row: typeof sessions.$inferInsert): Promise<void> {
      await db.insert(sessions).values(row);
    },

    async extend(id: string, expires_at: string): Promise<void> {
      await db.update(sessions).set({ expires_at }).where(eq(sessions.id, id));
    },

    async touch(id: string, last_seen_at: string): Promise<void> {
      await db.update(sessions).set({ last_seen_at }).where(eq(sessions.id, id));
    },

    async confirm(id: string, authenticated_at: string): Promise<boolean> {
      const confirmed = await db
        .update(sessions)
        .set({ authenticated_at })
        .where(eq(sessions.id, id))
        .returning({ id: sessions.id });
      return confirmed.length > 0;
    },

    async switchOrganization(id: string, organization_id: string): Promise<string | null> {
      const [switched] = await db
        .update(sessions)
        .set({ organization_id })
        .where(eq(sessions.id, id))
        .returning({ expires_at: sessions.expires_at });
      return switched?.expires_at ?? null;
    },

    async remove(id: string, userId?: string): Promise<boolean> {
      const ofUser = userId === undefined ? undefined : eq(sessions.user_id, userId);
      const removed = await db
        .delete(sessions)
        .where(and(eq(sessions.id, id), ofUser))
        .returning({ id: sessions.id });
      return removed.length > 0;
    },

    async replaceId(
      tx: Transaction,
      { from, ...row }: { from: string; id: string; authenticated_at: string },
    ): Promise<{ expires_at: string } | null> {
      const [replaced] = await tx
        .update(sessions)
        .set(row)
        .where(eq(sessions.id, from))
        .returning({ expires_at: sessions.expires_at });
      return replaced ?? null;
    },

    async removeAllOfUser(userId: string, exceptId?: string, tx: Db | Transaction = db): Promise<number> {
      const others = exceptId === undefined ? undefined : ne(sessions.id, exceptId);
      const removed = await tx
        .delete(sessions)
        .where(and(eq(sessions.user_id, userId), others))
        .returning({ id: sessions.id });
      return removed.length;
    },

    async removeExpired(now: string): Promise<void> {
      await db.delete(sessions).where(lte(sessions.expires_at, now));
    },
  };
}

function sessionById(db: Db) {
  return prepared(db, "session_by_id", (on) =>
    on
      .select({
        created_at: sessions.created_at,
        last_seen_at: sessions.last_seen_at,
        authenticated_at: sessions.authenticated_at,
        organization_id: sessions.organization_id,
        expires_at: sessions.expires_at,
        ip: sessions.ip,
        user_agent: sessions.user_agent,
        disabled_at: users.disabled_at,
        user: {
          id: users.id,
          email: users.email,
          name: users.name,
          is_instance_admin: users.is_instance_admin,
        },
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.user_id))
      .where(eq(sessions.id, sql.placeholder("id"))),
  );
}
