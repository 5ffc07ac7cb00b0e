import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { type LiveEvent, useLiveEvents } from "../../lib/live.ts";
import type { ActivitySearch } from "./activity-search.ts";

/** Somebody this far down reads something that must not move. */
const AWAY_PX = 240;

/** Whether an event would stand in the list that these filters leave. */
export function isInActivity(
  event: LiveEvent,
  { type, key, person, subject, since }: ActivitySearch,
): boolean {
  const isOfType =
    type === undefined ||
    (type.endsWith(".*") ? event.type.startsWith(type.slice(0, -1)) : event.type === type);
  return (
    isOfType &&
    (key === undefined || event.api_key_id === key) &&
    (person === undefined || event.actor_user_id === person) &&
    (subject === undefined || event.subject_id === subject) &&
    (since === undefined || event.created_at >= since)
  );
}

/** Whether the reader has scrolled down, and how much has happened since then that the list does not show yet. */
export function useNewInActivity(search: ActivitySearch): { isAway: boolean; count: number } {
  const isAway = useSyncExternalStore(onScroll, () => window.scrollY > AWAY_PX);
  const filters = JSON.stringify(search);
  const [count, setCount] = useState(0);
  useLiveEvents(
    useCallback(
      (event: LiveEvent) => {
        if (isAway && isInActivity(event, JSON.parse(filters) as ActivitySearch))
          setCount((before) => before + 1);
      },
      [isAway, filters],
    ),
  );
  // Another list, or its top, begins the count anew.
  useEffect(() => setCount(0), [isAway, filters]);
  return { isAway, count };
}

function onScroll(listener: () => void): () => void {
  window.addEventListener("scroll", listener, { passive: true });
  return () => window.removeEventListener("scroll", listener);
}
