import { useSyncExternalStore } from "react";

/** Below Tailwind's `sm`, where tables become lists. */
const PHONE = "(max-width: 39.99rem)";

export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(PHONE).matches);
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(PHONE);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}
