import { SessionState } from "@stowage/contract/accounts";
import { credentialsOf } from "../../gate/credentials.ts";
import { sessionCookie, sessionCookieName } from "../../gate/session-cookie.ts";
import type { OpenContext } from "../../trpc/context.ts";
import { open } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { sessionState } from "./store.ts";

/** Who is signed in here, if anybody. Never an error: signed out is an answer. */
export const session = open()
  .meta(rest("GET /auth/session", "Tell who is signed in"))
  .output(SessionState)
  .query(({ ctx }) => currentSession(ctx));

async function currentSession(ctx: OpenContext): Promise<SessionState> {
  const { exchange } = ctx.call;
  exchange.setHeader("cache-control", "no-store");
  const publicUrl = ctx.deps.publicUrl();
  const { headers, url } = exchange;
  const credentials = credentialsOf({ headers, url, cookieName: sessionCookieName(publicUrl) });
  if (credentials.kind !== "session") return sessionState(ctx.db, ctx.deps, null);
  const found = await ctx.deps.sessions.validate(credentials.token);
  if (found?.is_fresh)
    exchange.setHeader("set-cookie", sessionCookie(publicUrl, credentials.token, found.expires_at));
  return sessionState(ctx.db, ctx.deps, found);
}
