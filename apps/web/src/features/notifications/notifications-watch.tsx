import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { arrivalWords } from "./new-arrivals.ts";
import { newestNotifications } from "./notification-queries.ts";

const ASK_EVERY_MS = 60_000;

/** Asks for news every minute and when the reader comes back to the tab; tells screen readers of what came. */
export function NotificationsWatch() {
  const { data } = useQuery({ ...newestNotifications, refetchInterval: ASK_EVERY_MS });
  const seen = useRef<ReadonlySet<string> | null>(null);
  const [words, setWords] = useState("");
  useEffect(() => {
    if (!data) return;
    // What was there when the reader came is no news.
    const arrived = seen.current && arrivalWords(seen.current, data.data);
    if (arrived) setWords(arrived);
    seen.current = new Set([...(seen.current ?? []), ...data.data.map(({ id }) => id)]);
  }, [data]);
  return (
    <p role="status" className="sr-only">
      {words}
    </p>
  );
}
