import { formatCount } from "./format.ts";
import { mutate } from "./mutate.ts";
import { showProblem, showToast } from "./toasts.ts";
import { type Outputs, queryClient, trpc } from "./trpc.ts";

interface Done {
  /** What was done: "Espresso beans is in the trash." */
  title: string;
  /**
   * How it is taken back: the `seq`s of its events, as every deletion, adjust, move and bulk answers them; or a call of
   * its own that fails when somebody was faster. Of no events, nothing is taken back, and no button is shown.
   */
  undo: readonly number[] | (() => Promise<unknown>);
}

/** The most events that one call names. */
const SEQS_MAX = 1_000;

/**
 * Says what was done, with an Undo for as long as the toast is there:
 *
 *     showUndoToast({ title: "Took 3 screws.", undo: [event_seq] })
 *     showUndoToast({ title: "Red box was moved.", undo: () => mutate(update, { id, location_id, if_version }) })
 *
 * Undone is what nobody has changed since; the rest stays, and is said. Every list on the screen is read again after it.
 */
export function showUndoToast({ title, undo }: Done): void {
  const canUndo = typeof undo === "function" || undo.length > 0;
  showToast({ title, ...(canUndo && { action: { label: "Undo", run: () => void takeBack(undo) } }) });
}

async function takeBack(undo: Done["undo"]): Promise<void> {
  try {
    if (typeof undo === "function") {
      await undo();
      showToast({ title: "Undone." });
    } else {
      sayUndone(await undoSeqs(undo));
    }
  } catch (error) {
    showProblem("It was not undone.", error);
  }
  await queryClient.invalidateQueries();
}

type Undone = Pick<Outputs["events"]["undo"], "undone" | "skipped">;

/** Newest first, in as many calls as it takes. */
async function undoSeqs(seqs: readonly number[]): Promise<Undone> {
  const newestFirst = seqs.toSorted((a, b) => b - a);
  const all: Undone = { undone: [], skipped: [] };
  for (let start = 0; start < newestFirst.length; start += SEQS_MAX) {
    const event_seqs = newestFirst.slice(start, start + SEQS_MAX);
    const { undone, skipped } = await mutate(trpc.events.undo.mutationOptions(), { event_seqs });
    all.undone.push(...undone);
    all.skipped.push(...skipped);
  }
  return all;
}

function sayUndone({ undone, skipped }: Undone): void {
  const [first] = skipped;
  if (!first) {
    showToast({ title: "Undone." });
    return;
  }
  const stayed = `${formatCount(skipped.length, "change")} stayed.`;
  showToast({
    title:
      undone.length === 0
        ? "It was not undone."
        : `${formatCount(undone.length, "change")} undone, ${stayed}`,
    text: first.detail,
    tone: "error",
  });
}
