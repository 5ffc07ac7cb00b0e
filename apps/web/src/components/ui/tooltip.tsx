import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";
import { Kbd } from "./kbd.tsx";

interface TooltipProps {
  label: string;
  keys?: string | undefined;
  side?: "top" | "right" | "bottom" | "left";
  /** One element that can hold a ref and the trigger's handlers, named on its own: the tooltip only repeats it. */
  children: ReactElement;
}

/** A few words on hover and focus. Never the only place where something is said. */
export function Tooltip({ label, keys, side = "top", children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs text-page shadow-popup transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {label}
            {keys ? <Kbd keys={keys} tone="inverse" /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
