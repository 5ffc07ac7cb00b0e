import { InvitationPage, ListInvitations } from "@stowage/contract/invitations";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listInvitations } from "./store.ts";

/** The invitations that can still be accepted, newest first. */
export const list = scoped("users:write")
  .meta(rest("GET /invitations", "List invitations"))
  .input(ListInvitations)
  .output(InvitationPage)
  .query(({ ctx, input }) => listInvitations({ ...ctx, organization_id: ctx.caller.organization.id }, input));
