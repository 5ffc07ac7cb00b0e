import { WhoAmI } from "@stowage/contract/api-keys";
import { ANY_CREDENTIAL, scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { apiKeyOfRecord } from "../api-keys/store.ts";

/** K27: who the server takes the caller for, and what they may do right now. */
export const get = scoped(ANY_CREDENTIAL)
  .meta(rest("GET /whoami", "Tell who is calling"))
  .output(WhoAmI)
  .query(({ ctx: { caller, deps } }) => {
    const { id, name, role } = caller.organization;
    return {
      auth_method: caller.auth_method,
      user: caller.user,
      organization: { id, name, role },
      environment: caller.environment,
      api_key: caller.auth_method === "api_key" ? apiKeyOfRecord(caller.key, deps.now()) : null,
      scopes: [...caller.scopes],
      role: caller.role,
    };
  });
