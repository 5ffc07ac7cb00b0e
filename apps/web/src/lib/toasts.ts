import { Toast } from "@base-ui/react/toast";
import { problemSentence } from "./problem.ts";

/** Carries toasts from anywhere to the one Toaster. */
export const toastManager = Toast.createToastManager();

const SHOWN_MS = 5_000;
/** Long enough to read the words, find the button and press it. */
const SHOWN_WITH_ACTION_MS = 10_000;

interface ToastWords {
  title: string;
  text?: string;
  tone?: "normal" | "error";
  /** Takes the change back: "Undo". Pressing it also closes the toast. */
  action?: { label: string; run: () => void };
}

/** Toasts that came before there was a place to show them; null where they are shown at once. */
let held: (() => void)[] | null = null;

/** The toaster comes after the first screen; what is said before it is said then. */
export function holdToasts(): void {
  held = [];
}

/** Called by the toaster once it listens. */
export function releaseToasts(): void {
  const waiting = held ?? [];
  held = null;
  for (const show of waiting) show();
}

export function showToast(words: ToastWords): void {
  if (held) held.push(() => addToast(words));
  else addToast(words);
}

function addToast({ title, text, tone = "normal", action }: ToastWords): void {
  const toastId = toastManager.add({
    title,
    description: text,
    type: tone,
    priority: tone === "error" ? "high" : "low",
    timeout: action || tone === "error" ? SHOWN_WITH_ACTION_MS : SHOWN_MS,
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          toastManager.close(toastId);
          action.run();
        },
      },
    }),
  });
}

/** Says that something did not work and why: `failed` is the fact ("The item was not deleted."). */
export function showProblem(failed: string, error: unknown): void {
  showToast({ title: failed, text: problemSentence(error), tone: "error" });
}
