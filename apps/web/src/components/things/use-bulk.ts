import type { BulkAnswer } from "@stowage/contract/bulk";
import { useState } from "react";
import { showToast } from "../../lib/toasts.ts";
import { showUndoToast } from "../../lib/undo-toast.ts";
import { type BulkFailure, type BulkJob, runBulk } from "./bulk-work.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

interface BulkOptions<Thing, Operation> {
  send: (operations: Operation[]) => Promise<BulkAnswer>;
  /** Asks anew for what was changed. */
  refresh: () => Promise<void>;
  /** Told when a job is done, with the things for which it failed: they stay selected. */
  onDone: (failed: readonly Thing[]) => void;
}

/** Does one job on many things: shows how far it is, keeps what failed, and offers to take back the rest. */
export function useBulk<Thing extends Named, Operation>(options: BulkOptions<Thing, Operation>) {
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const [failures, setFailures] = useState<readonly BulkFailure<Thing>[]>([]);

  async function run(job: BulkJob<Thing, Operation>): Promise<void> {
    const of = job.things.length;
    setFailures([]);
    if (of === 0) showToast({ title: "Nothing had to be changed." });
    setProgress({ done: 0, of });
    const end = await runBulk(job, options.send, (done) => setProgress({ done, of }));
    setProgress(null);
    setFailures(end.failed);
    options.onDone(end.failed.map(({ thing }) => thing));
    if (end.succeeded.length > 0)
      showUndoToast({ title: job.done(end.succeeded.length), undo: end.event_seqs });
    await options.refresh();
  }

  return { run, progress, failures, dismissFailures: () => setFailures([]) };
}
