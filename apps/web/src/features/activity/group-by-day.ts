import type { FeedEvent } from "../../components/events/feed-event.ts";
import { dayKey } from "../../lib/format.ts";

export interface EventDay {
  key: string;
  /** Newest first, as they came. */
  events: FeedEvent[];
}

/** Cuts a newest-first feed where the reader's day changes. */
export function groupByDay(events: readonly FeedEvent[]): EventDay[] {
  const days: EventDay[] = [];
  for (const event of events) {
    const key = dayKey(event.created_at);
    const day = days.at(-1);
    if (day?.key === key) day.events.push(event);
    else days.push({ key, events: [event] });
  }
  return days;
}
