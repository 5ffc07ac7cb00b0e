import { useSyncExternalStore } from "react";

/** Whether the reader points with a finger, as the `coarse:` styles have it. */
const COARSE = "(pointer: coarse)";

export function useIsCoarse(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(COARSE).matches);
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(COARSE);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}
