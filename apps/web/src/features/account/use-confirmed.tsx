import { type ReactNode, useState } from "react";
import { problemOf } from "../../lib/problem.ts";
import { ConfirmItsYouDialog } from "./confirm-its-you-dialog.tsx";

interface Confirmed {
  /**
   * Runs an action; if it needs a recent sign-in, asks for the password and runs it once more.
   * Null when the person would rather not: nothing has happened then.
   */
  confirmed: <Result>(action: () => Promise<Result>) => Promise<Result | null>;
  /** To be rendered anywhere in the screen or dialog that uses the hook. */
  confirmDialog: ReactNode;
}

/** K62: lets a delicate action ask for the password in place, so that no form is lost over it. */
export function useConfirmed(): Confirmed {
  const [answer, setAnswer] = useState<((isConfirmed: boolean) => void) | null>(null);

  async function confirmed<Result>(action: () => Promise<Result>): Promise<Result | null> {
    try {
      return await action();
    } catch (error) {
      if (problemOf(error)?.code !== "recent_sign_in_required") throw error;
    }
    // React calls a function that it is given for state, so the resolver is wrapped in one.
    const isConfirmed = await new Promise<boolean>((resolve) => setAnswer(() => resolve));
    setAnswer(null);
    return isConfirmed ? action() : null;
  }

  return {
    confirmed,
    confirmDialog: (
      <ConfirmItsYouDialog
        isOpen={answer !== null}
        onClose={() => answer?.(false)}
        onConfirmed={() => answer?.(true)}
      />
    ),
  };
}
