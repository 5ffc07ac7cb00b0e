import { ClaimCode, ResolvedCode } from "@stowage/contract/label-codes";
import { claimCode } from "../../inventory/codes/claim-code.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { meantCode } from "./policy.ts";

/**
 * Puts a blank label on a bin, an item or a place. Of many who try at once, exactly one succeeds; doing it again changes
 * nothing. A bin goes by its newest label, and older ones still lead to it.
 * @throws validation_failed, not_found
 * @throws conflict  it stands on something else
 */
export const claim = scoped("bins:write")
  .meta(rest("POST /codes/{code}/claim", "Put a blank label on something"))
  .input(ClaimCode)
  .output(ResolvedCode)
  .mutation(({ ctx, input }) => {
    const code = meantCode(input.code);
    return writing(ctx, (begun) => claimCode(begun, { ...input, code }));
  });
