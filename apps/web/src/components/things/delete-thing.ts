import { showProblem, showToast } from "../../lib/toasts.ts";
import { showUndoToast } from "../../lib/undo-toast.ts";

interface Deletion {
  name: string;
  remove: () => Promise<{ event_seq: number }>;
  refresh: () => Promise<unknown>;
  /** Told once it is gone, as to leave its page. */
  onDeleted?: (() => void) | undefined;
  /** What was done for it beforehand, as to empty it, by its events; it is undone with it. */
  before?: readonly number[];
}

/** Puts a thing into the trash at once, and offers to take it out again. The server's refusal is let through. */
export async function deleteThing({
  name,
  remove,
  refresh,
  onDeleted,
  before = [],
}: Deletion): Promise<void> {
  const { event_seq } = await remove();
  onDeleted?.();
  showUndoToast({ title: `${name} is in the trash.`, undo: [...before, event_seq] });
  await refresh();
}

interface PuttingBack {
  name: string;
  restore: () => Promise<unknown>;
  refresh: () => Promise<unknown>;
}

/** Takes a thing out of the trash, to where it was. */
export async function putBack({ name, restore, refresh }: PuttingBack): Promise<void> {
  try {
    await restore();
    showToast({ title: `${name} is back.` });
  } catch (error) {
    showProblem(`${name} stays in the trash.`, error);
  }
  await refresh();
}
