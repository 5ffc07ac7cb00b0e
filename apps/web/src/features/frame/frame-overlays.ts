import { createContext, use } from "react";

interface FrameOverlays {
  openPalette: () => void;
  openShortcuts: () => void;
}

export const FrameOverlaysContext = createContext<FrameOverlays>({
  openPalette: () => {},
  openShortcuts: () => {},
});

/** Opens what lies over every screen. */
export function useFrameOverlays(): FrameOverlays {
  return use(FrameOverlaysContext);
}
