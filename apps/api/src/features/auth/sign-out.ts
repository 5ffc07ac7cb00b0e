import { SignedOut } from "@stowage/contract/accounts";
import { credentialsOf } from "../../gate/credentials.ts";
import { endedSessionCookie, sessionCookieName } from "../../gate/session-cookie.ts";
import { open } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/** Ends this browser's session. Signing out twice is no error. */
export const signOut = open()
  .meta(rest("POST /auth/sign-out", "Sign out"))
  .output(SignedOut)
  .mutation(async ({ ctx: { deps, call } }) => {
    const { headers, url, setHeader } = call.exchange;
    const publicUrl = deps.publicUrl();
    const credentials = credentialsOf({ headers, url, cookieName: sessionCookieName(publicUrl) });
    if (credentials.kind === "session") await deps.sessions.end(credentials.token);
    setHeader("set-cookie", endedSessionCookie(publicUrl));
    setHeader("cache-control", "no-store");
    return { signed_out: true } as const;
  });
