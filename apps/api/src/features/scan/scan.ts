import { Scan, ScanAnswer } from "@stowage/contract/scan";
import { requireScopes } from "../../gate/rights.ts";
import { scanThing } from "../../inventory/codes/scan-thing.ts";
import { writing } from "../../inventory/writing.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getItem } from "../items/store.ts";
import { scanned } from "./store.ts";

/**
 * One request for a handheld: what the code names is looked up, or changed at once. Whatever changes something needs
 * `items:write`; moving a bin needs `bins:write` too. A bin or a place has no quantity, so `add`, `remove` and `count`
 * look it up, and the answer's `action` says so.
 * @throws not_found  with `suggest`: `create` for a code that nothing has, `claim` for a blank label
 * @throws conflict  several items have the barcode or SKU, or `create` finds one that has it
 * @throws insufficient_stock, validation_failed, limit_reached
 */
export const scan = scoped("items:read")
  .meta(rest("POST /scan", "Look up or change what a scanned code names"))
  .input(Scan)
  .output(ScanAnswer)
  .mutation(({ ctx, input }) => {
    if (input.action === "lookup") return lookUp(ctx, input);
    requireScopes(ctx, ["items:write"]);
    return writing(ctx, (begun) => scanThing(begun, input, () => requireScopes(ctx, ["bins:write"])));
  });

async function lookUp({ db, caller, reach }: ScopedContext, input: Scan): Promise<ScanAnswer> {
  const { code, target } = await scanned(db, { organization_id: caller.organization.id, reach }, input.code);
  if (target.type !== "item") return { code, action: "lookup", target };
  const item = await getItem(db, { reach, id: target.id });
  return { code, action: "lookup", target, item, quantity: item.quantity };
}
