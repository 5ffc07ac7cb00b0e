import { ListTriggers, TriggerPage } from "@stowage/contract/triggers";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listTriggers } from "./store.ts";

/** Lists triggers by name. A key that is bound to places sees none. */
export const list = scoped("triggers:read")
  .meta(rest("GET /triggers", "List triggers"))
  .input(ListTriggers)
  .output(TriggerPage)
  .query(({ ctx, input }) => listTriggers(ctx, input));
