import { Summary } from "@stowage/contract/search";
import { instantNow } from "../../deps.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { countWithin } from "./store.ts";

/**
 * Flat counts for dashboards, all of the same moment; the trash counts nowhere. Days are those of UTC. A bounded key's
 * are of what lies in its places.
 */
export const get = scoped("items:read")
  .meta(rest("GET /summary", "Count what there is", { revision: "day" }))
  .output(Summary)
  .query(async ({ ctx }) => {
    const as_of = instantNow(ctx.deps);
    return { ...(await countWithin(ctx.db, ctx.reach, as_of.slice(0, 10))), as_of };
  });
