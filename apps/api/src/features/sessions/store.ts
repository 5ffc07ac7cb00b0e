import type { ListSessions, Session } from "@stowage/contract/accounts";
import { sessions } from "@stowage/db/schema/identity";
import { and, eq, gt, sql } from "drizzle-orm";
import { instantNow } from "../../deps.ts";
import { byInstant, listPage } from "../../lists/paging.ts";
import type { PersonContext } from "../../trpc/context.ts";

const sessionColumns = {
  id: sessions.id,
  created_at: sessions.created_at,
  last_seen_at: sessions.last_seen_at,
  expires_at: sessions.expires_at,
  ip: sessions.ip,
  user_agent: sessions.user_agent,
};

const SORTS = { created_at: byInstant(sessions.created_at) };

/** The signed-in person's own sessions that still hold, the newest first. */
export async function listSessions(ctx: PersonContext, input: ListSessions) {
  const page = await listPage<Omit<Session, "is_current">>({
    db: ctx.db,
    name: "sessions",
    table: sessions,
    id: sessions.id,
    columns: sessionColumns,
    sorts: SORTS,
    filters: [
      {
        name: "user",
        condition: () =>
          and(
            eq(sessions.user_id, sql.placeholder("user_id")),
            gt(sessions.expires_at, sql`${sql.placeholder("now")}::timestamptz`),
          ),
        values: { user_id: ctx.caller.user.id, now: instantNow(ctx.deps) },
      },
    ],
    page: { ...input, sort: "-created_at" },
  });
  return {
    ...page,
    data: page.data.map((row) => ({ ...row, is_current: row.id === ctx.caller.session_id })),
  };
}
