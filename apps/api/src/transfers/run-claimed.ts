import type { Import } from "@stowage/contract/imports";
import type { Writer } from "../inventory/writing.ts";
import { ProblemError } from "../problems.ts";
import type { ImportClaim } from "./import-claim.ts";

interface ClaimedRun<Begun> {
  /** Answer when it is done; else at once. */
  wait: boolean;
  begin: () => Promise<Begun>;
  run: (by: Writer, begun: Begun) => Promise<Import>;
}

/** Runs an import under its claim, which is given back however that ends. The server waits for it when it is stopped. */
export async function runClaimed<Begun extends Import>(
  by: Writer,
  claim: ImportClaim,
  { wait, begin, run }: ClaimedRun<Begun>,
): Promise<Import> {
  let isHandedOn = false;
  try {
    const begun = await begin();
    if (wait) return await run(by, begun);
    isHandedOn = true;
    void by.deps.background.run("import", () => finish(claim, () => run(unanswered(by), begun)));
    return begun;
  } finally {
    if (!isHandedOn) await claim.release();
  }
}

/** What a rule refused is on record, and no failure of ours. */
async function finish(claim: ImportClaim, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    if (!(thrown instanceof ProblemError) || thrown.status >= 500) throw thrown;
  } finally {
    await claim.release();
  }
}

/** The call was answered before: what comes of the work is not its answer. */
function unanswered(by: Writer): Writer {
  const { keepAnswer: _kept, ...call } = by.call;
  return { ...by, call };
}
