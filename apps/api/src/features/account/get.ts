import { Account } from "@stowage/contract/accounts";
import { sessionOnly } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getAccount } from "./store.ts";

/** The person's own account. */
export const get = sessionOnly()
  .meta(rest("GET /auth/account", "Get the own account"))
  .output(Account)
  .query(({ ctx }) => getAccount(ctx.db, ctx.caller.user.id));
