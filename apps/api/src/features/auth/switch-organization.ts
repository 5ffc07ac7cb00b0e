import { SessionState, SwitchOrganization } from "@stowage/contract/accounts";
import { notFound, unauthorized } from "../../problems.ts";
import type { PersonContext } from "../../trpc/context.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { membershipOf } from "../members/store.ts";
import { sessionState } from "./store.ts";

/**
 * Sets where this browser works when a request names no organization.
 * @throws not_found  the person is no active member of it
 */
export const switchOrganization = sessionOnly()
  .meta(rest("POST /auth/session/organization", "Switch to another organization"))
  .input(SwitchOrganization)
  .output(SessionState)
  .mutation(({ ctx, input }) => switchTo(ctx, input.organization_id));

async function switchTo(ctx: PersonContext, organization_id: string): Promise<SessionState> {
  const { deps, db, caller } = ctx;
  const { user, session_id, authenticated_at } = caller;
  const membership = await membershipOf(db, organization_id, user.id);
  if (!membership?.is_active) throw notFound("organization", organization_id);
  const expires_at = await deps.sessions.switchOrganization(session_id, organization_id);
  if (expires_at === null) throw unauthorized("session_expired", "Your session has ended. Sign in again.");
  return sessionState(db, deps, { user, expires_at, authenticated_at, organization_id });
}
