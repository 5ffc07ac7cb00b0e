import { ListMembers, MemberPage } from "@stowage/contract/members";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listMembers } from "./store.ts";

/** The members of the organization, by name. */
export const list = scoped("users:read")
  .meta(rest("GET /users", "List members"))
  .input(ListMembers)
  .output(MemberPage)
  .query(({ ctx, input }) => listMembers({ ...ctx, organization_id: ctx.caller.organization.id }, input));
