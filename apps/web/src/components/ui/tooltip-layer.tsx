import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Kbd } from "./kbd.tsx";

const DELAY_MS = 500;
const GAP_PX = 6;
const EDGE_PX = 8;

interface Shown {
  anchor: HTMLElement;
  label: string;
  keys: string | undefined;
}

/**
 * The one tooltip of the app: a few words above what has `data-tooltip`, on hover and on focus by key. Never the only
 * place where something is said, so a screen reader need not know of it. Escape and every press send it away.
 */
export function TooltipLayer() {
  const shown = useAnchor();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (shown && box.current) place(box.current, shown.anchor);
  }, [shown]);
  if (!shown) return null;
  return (
    <div
      ref={box}
      aria-hidden
      data-tooltip-box
      className="pointer-events-none fixed top-0 left-0 z-60 flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs text-page shadow-popup"
    >
      {shown.label}
      {shown.keys ? <Kbd keys={shown.keys} tone="inverse" /> : null}
    </div>
  );
}

/** What the pointer rests on or the focus came to by key. */
function useAnchor(): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const aim = (anchor: HTMLElement | null, delayMs: number) => {
      clearTimeout(timer);
      if (!anchor) return setShown(null);
      timer = setTimeout(() => {
        const { tooltip, tooltipKeys } = anchor.dataset;
        if (tooltip && anchor.isConnected) setShown({ anchor, label: tooltip, keys: tooltipKeys });
      }, delayMs);
    };
    const hide = () => aim(null, 0);
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === "Escape") hide();
    };
    const onOver = ({ target, pointerType }: PointerEvent) => {
      if (pointerType === "mouse") aim(anchorOf(target), DELAY_MS);
    };
    const onFocus = ({ target }: FocusEvent) => {
      const anchor = anchorOf(target);
      if (anchor?.matches(":focus-visible")) aim(anchor, 0);
    };
    const stop = new AbortController();
    const passive = { signal: stop.signal, passive: true };
    document.addEventListener("pointerover", onOver, passive);
    document.addEventListener("focusin", onFocus, passive);
    document.addEventListener("keydown", onKey, passive);
    for (const end of ["pointerdown", "focusout", "scroll"])
      document.addEventListener(end, hide, { ...passive, capture: true });
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, []);
  return shown;
}

function anchorOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-tooltip]") : null;
}

/** Above the middle of its button, below it where there is no room, and never over the edge of the window. */
function place(box: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const centred = at.left + at.width / 2 - width / 2;
  const left = Math.max(EDGE_PX, Math.min(centred, window.innerWidth - width - EDGE_PX));
  const above = at.top - height - GAP_PX;
  const top = above < EDGE_PX ? at.bottom + GAP_PX : above;
  box.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
