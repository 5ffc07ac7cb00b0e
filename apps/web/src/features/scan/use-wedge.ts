import { useEffect, useEffectEvent } from "react";
import { WEDGE_HOLD_MS, WedgeReader } from "./wedge-reader.ts";

/** A person's shortcut is two keys at most; more that came fast and ended in nothing are a scanner's that lost its way. */
const SHORTCUT_KEYS_MAX = 2;
/** Keys that were held back and turned out to be a person's. */
const PASSED_ON = new WeakSet<KeyboardEvent>();

/**
 * Hears a scanner that types like a keyboard, wherever the focus is. Its keys run no shortcut and leave no trace in a
 * box that has the focus; what a person types goes where it always goes, a moment later.
 */
export function useWedge(onCode: (code: string) => void): void {
  const found = useEffectEvent(onCode);
  useEffect(() => {
    const reader = new WedgeReader();
    let before: { box: HTMLInputElement; value: string } | null = null;
    let held: KeyboardEvent[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const drop = () => {
      clearTimeout(timer);
      held = [];
    };
    const release = () => {
      const keys = held;
      drop();
      if (keys.length <= SHORTCUT_KEYS_MAX) for (const event of keys) passOn(event);
    };

    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (PASSED_ON.has(event) || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(target))
        return;
      const code = reader.push(event.key, event.timeStamp);
      const box = target instanceof HTMLInputElement ? target : null;
      if (reader.isFirst) before = box && { box, value: box.value };
      if (code !== null) {
        drop();
        event.preventDefault();
        event.stopImmediatePropagation();
        if (before && before.box === box) putBack(before);
        found(code);
        return;
      }
      if (box || event.key.length !== 1 || target instanceof HTMLTextAreaElement) return;
      event.stopImmediatePropagation();
      clearTimeout(timer);
      held.push(event);
      timer = setTimeout(release, WEDGE_HOLD_MS);
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => {
      drop();
      window.removeEventListener("keydown", onKeyDown, { capture: true });
    };
  }, []);
}

/** In a dialog, keys are the dialog's. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role=dialog], [role=alertdialog]") !== null;
}

function passOn({ key, code, shiftKey, target }: KeyboardEvent): void {
  const again = new KeyboardEvent("keydown", { key, code, shiftKey, bubbles: true, cancelable: true });
  PASSED_ON.add(again);
  (target ?? window).dispatchEvent(again);
}

/** The box as it was before the scanner typed into it; React hears of it as of any typing. */
function putBack({ box, value }: { box: HTMLInputElement; value: string }): void {
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  setValue?.call(box, value);
  box.dispatchEvent(new Event("input", { bubbles: true }));
}
