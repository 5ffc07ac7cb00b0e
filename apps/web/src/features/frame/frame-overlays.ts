import { createContext, use } from "react";

interface FrameOverlays {
  openPalette: () => void;
  openShortcuts: () => void;
  openNewOrganization: () => void;
  openRefill: () => void;
}

export const FrameOverlaysContext = createContext<FrameOverlays>({
  openPalette: () => {},
  openShortcuts: () => {},
  openNewOrganization: () => {},
  openRefill: () => {},
});

/** Opens what lies over every screen. */
export function useFrameOverlays(): FrameOverlays {
  return use(FrameOverlaysContext);
}
