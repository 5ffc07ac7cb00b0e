import { Member, MemberRef } from "@stowage/contract/members";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getMember } from "./store.ts";

/**
 * One member of the organization, with their role and how many keys act as them.
 * @throws not_found
 */
export const get = scoped("users:read")
  .meta(rest("GET /users/{id}", "Get a member"))
  .input(MemberRef)
  .output(Member)
  .query(({ ctx, input }) => getMember({ ...ctx, organization_id: ctx.caller.organization.id }, input.id));
