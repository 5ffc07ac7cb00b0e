import { ApiKeyRef, ApiKeyWithUsage } from "@stowage/contract/api-keys";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getApiKey, usageOf } from "./store.ts";

/**
 * One key with its use today and this month (UTC).
 * @throws not_found
 */
export const get = scoped("api-keys:manage")
  .meta(rest("GET /api-keys/{id}", "Get an API key"))
  .input(ApiKeyRef)
  .output(ApiKeyWithUsage)
  .query(async ({ ctx, input }) => {
    const key = await getApiKey(ctx, input.id);
    return { ...key, usage: await usageOf(ctx, key.id) };
  });
