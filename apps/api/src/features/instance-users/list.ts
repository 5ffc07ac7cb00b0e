import { InstanceUserPage, ListInstanceUsers } from "@stowage/contract/instance-users";
import { ProblemError } from "../../problems.ts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listInstanceUsers } from "./store.ts";

/**
 * The accounts of this instance, for its admin.
 * @throws role_forbidden  for everybody else
 */
export const list = sessionOnly()
  .meta(rest("GET /instance/users", "List the accounts of this instance"))
  .input(ListInstanceUsers)
  .output(InstanceUserPage)
  .query(({ ctx, input }) => {
    if (!ctx.caller.user.is_instance_admin)
      throw new ProblemError("role_forbidden", "Only the admin of this instance sees its accounts.");
    return listInstanceUsers(ctx.db, input);
  });
