import { EndedSession, SessionRef } from "@stowage/contract/accounts";
import { notFound } from "../../problems.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * K60: signs one browser out, from another one.
 * @throws not_found  it is not one's own, or has ended
 */
export const end = sessionOnly()
  .meta(rest("DELETE /auth/sessions/{id}", "End one of one's own sessions"))
  .input(SessionRef)
  .output(EndedSession)
  .mutation(async ({ ctx, input: { id } }) => {
    const wasThere = await ctx.deps.sessions.endById(id, ctx.caller.user.id);
    if (!wasThere) throw notFound("session", id);
    return { id, ended: true } as const;
  });
