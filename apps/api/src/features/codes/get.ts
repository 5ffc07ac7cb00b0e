import { CodeRef, ResolvedCode } from "@stowage/contract/label-codes";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { meantCode, visibleLabel } from "./policy.ts";
import { standingLabels } from "./store.ts";

/**
 * What a label stands on.
 * @throws validation_failed  it was mistyped
 * @throws not_found  nobody made it, or what it stands on is out of reach or in the trash
 */
export const get = scoped("bins:read")
  .meta(rest("GET /codes/{code}", "Look up a label"))
  .input(CodeRef)
  .output(ResolvedCode)
  .query(({ ctx, input }) => getCode(ctx, input.code));

async function getCode({ db, caller, reach }: ScopedContext, text: string): Promise<ResolvedCode> {
  const code = meantCode(text);
  const labels = await standingLabels(db, { organization_id: caller.organization.id, reach }, [code]);
  return visibleLabel(code, labels.get(code));
}
