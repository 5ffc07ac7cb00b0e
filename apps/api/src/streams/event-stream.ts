import { ProblemError } from "../problems.ts";

/** The media type of server-sent events. */
export const EVENT_STREAM = "text/event-stream";

/** Nothing on the way may keep it, gather it, or pack it: each event is for now. */
export const EVENT_STREAM_HEADERS = {
  "cache-control": "private, no-store, no-transform",
  "x-accel-buffering": "no",
};

/** How long a client waits before it comes again when the stream ends. */
const RETRY_MS = 2_000;

/** The first thing on a stream: when to come again, and where it would go on. */
export const opening = (id: number): string => `retry: ${RETRY_MS}\nid: ${id}\n\n`;

/** A sign of life, which also moves the place to go on from past what was not for this reader. */
export const heartbeat = (id: number): string => `: nothing new\nid: ${id}\n\n`;

/** One event. JSON has no line breaks, so it is one line of data. */
export const frame = (id: number, event: string, data: unknown): string =>
  `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/**
 * Where a client says it left off; undefined when it does not.
 * @throws invalid_header
 */
export function lastEventId(header: string | string[] | undefined): number | undefined {
  if (header === undefined || header === "") return undefined;
  const id = /^\d{1,15}$/.test(String(header)) ? Number(header) : Number.NaN;
  if (Number.isSafeInteger(id)) return id;
  throw new ProblemError("invalid_header", "Send Last-Event-ID as the id of an event, which is a number.", {
    errors: [
      {
        location: "header",
        pointer: "/last-event-id",
        code: "invalid_header",
        message: "Not an id of ours.",
      },
    ],
  });
}
