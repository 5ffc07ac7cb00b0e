import { type MouseEvent, type PointerEvent, useRef } from "react";

/** How long a finger rests on a row until it is chosen. */
const LONG_PRESS_MS = 450;
/** A finger that moves further scrolls. */
const STILL_PX = 8;

interface RowGestureOptions {
  /** A tap chooses a row instead of opening it. */
  isSelecting: boolean;
  onToggle: (index: number) => void;
  onStretch: (index: number) => void;
}

/**
 * Choosing rows by pointer: the box of a row, Ctrl and Shift with a click anywhere on it, a long press, and plain taps
 * once it has begun. The answered handlers go on an element around the rows.
 */
export function useRowGestures({ isSelecting, onToggle, onStretch }: RowGestureOptions) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  const wasLong = useRef(false);

  function endPress(): void {
    clearTimeout(press.current?.timer);
    press.current = null;
  }

  function onClickCapture(event: MouseEvent<HTMLElement>): void {
    const index = indexOf(event.target);
    if (index === null || !(event.target instanceof Element)) return;
    const isBox = event.target.closest("[data-select]") !== null;
    const isLink = event.target.closest("a") !== null;
    const isControl = !isBox && event.target.closest("button, input, [role=menuitem]") !== null;
    if (wasLong.current) {
      wasLong.current = false;
      stop(event);
    } else if (isBox) {
      if (event.shiftKey) onStretch(index);
      else onToggle(index);
    } else if (isControl) {
      return;
    } else if (isSelecting && isTouch()) {
      stop(event);
      onToggle(index);
    } else if (isLink) {
      return;
    } else if (event.shiftKey) {
      onStretch(index);
    } else if (event.ctrlKey || event.metaKey) {
      onToggle(index);
    }
  }

  return {
    onClickCapture,
    onMouseDown: (event: MouseEvent<HTMLElement>) => {
      // The browser would select text from the last click to this one.
      if (event.shiftKey && indexOf(event.target) !== null) event.preventDefault();
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const index = indexOf(event.target);
      if (event.pointerType === "mouse" || index === null) return;
      wasLong.current = false;
      const timer = setTimeout(() => {
        wasLong.current = true;
        onToggle(index);
      }, LONG_PRESS_MS);
      press.current = { timer, x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const begun = press.current;
      if (begun && Math.hypot(event.clientX - begun.x, event.clientY - begun.y) > STILL_PX) endPress();
    },
    onPointerUp: endPress,
    onPointerCancel: endPress,
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      // A long press on a link would open the browser's own menu over the selection.
      if (press.current || wasLong.current) event.preventDefault();
    },
  };
}

function indexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-row][data-index]") : null;
  return row?.dataset.index === undefined ? null : Number(row.dataset.index);
}

const isTouch = () => matchMedia("(pointer: coarse)").matches;

function stop(event: MouseEvent<HTMLElement>): void {
  event.preventDefault();
  event.stopPropagation();
}
