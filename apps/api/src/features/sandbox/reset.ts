import { SandboxReset } from "@stowage/contract/sandbox";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import { workspaceIn } from "../../gate/workspace-in.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { checkMayReset } from "./policy.ts";
import { emptySandbox, fillSandbox } from "./store.ts";

/**
 * K25: empties the organization's test workspace and fills it with sample data, all at once. A signed-in person may ask
 * from either environment, a key from test alone. Nothing live is touched; the test events stay.
 * @throws environment_mismatch  the caller is a live key
 * @throws role_forbidden  the key is bound to some places
 */
export const reset = scoped("items:delete")
  .meta(rest("POST /sandbox/reset", "Refill the test environment with sample data"))
  .output(SandboxReset)
  .mutation(({ ctx }) => resetSandbox(ctx));

async function resetSandbox(ctx: ScopedContext): Promise<SandboxReset> {
  const { caller, deps } = ctx;
  checkMayReset(caller);
  const workspace_id = await workspaceIn(ctx.db, caller, "test");
  const { id: organization_id, name } = caller.organization;
  return ctx.db.transaction(async (tx) => {
    const at = instantNow(deps);
    const sandbox = { organization_id, workspace_id, at };
    await emptySandbox(tx, sandbox);
    const data = await fillSandbox(tx, sandbox);
    await recordEvent(
      tx,
      { ...ctx, workspace_id },
      { type: "sandbox.reset", subject_id: workspace_id, subject_name: name, data },
    );
    return { reset_at: at, ...data };
  });
}
