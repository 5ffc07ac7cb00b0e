import { ApiKeyPage, ListApiKeys } from "@stowage/contract/api-keys";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listApiKeys } from "./store.ts";

/** Lists keys, newest first, of both environments: admins see all of the organization's, others their own. */
export const list = scoped("api-keys:manage")
  .meta(rest("GET /api-keys", "List API keys"))
  .input(ListApiKeys)
  .output(ApiKeyPage)
  .query(({ ctx, input }) => listApiKeys(ctx, input));
