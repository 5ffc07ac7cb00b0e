import { type ComponentProps, cloneElement, type ReactElement, useEffect, useState } from "react";
import { firstScreen } from "../../lib/first-screen.ts";

interface ReachedForProps {
  /** The button, named; without what opens it does nothing. */
  trigger: ReactElement<ComponentProps<"button">>;
  /** What kind of thing opens. */
  popup: "menu" | "dialog";
  /** Fetches what opens, once the first screen stands. */
  preload: () => Promise<void>;
  /** What opens, around the trigger. */
  children: (trigger: ReactElement, fallback: ReactElement, isOpenAtFirst: boolean) => ReactElement;
}

/**
 * A button whose menu or window is made when the button is first reached for: before that it costs a button, in code
 * as in drawing, which counts where there is one in each of many rows.
 */
export function ReachedFor({ trigger, popup, preload, children }: ReachedForProps) {
  const [reached, setReached] = useState<"by key" | "by press" | null>(null);
  useEffect(() => void firstScreen.then(preload), [preload]);
  const plain = { "aria-haspopup": popup, "aria-expanded": false } as const;
  if (!reached) {
    return cloneElement(trigger, {
      ...plain,
      onFocus: (event) => {
        if (event.currentTarget.matches(":focus-visible")) setReached("by key");
      },
      onClick: () => setReached("by press"),
    });
  }
  const focused = reached === "by key" ? { ref: keepFocus } : {};
  return children(
    cloneElement(trigger, focused),
    cloneElement(trigger, { ...plain, ...focused }),
    reached === "by press",
  );
}

/** The focus that the plain button had. Only when the real one is made: React calls it once. */
function keepFocus(button: HTMLElement | null): void {
  button?.focus();
}
