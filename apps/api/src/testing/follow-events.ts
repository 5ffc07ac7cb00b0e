import type { Event } from "@stowage/contract/events";

export interface Follower {
  status: number;
  headers: Headers;
  /** The first frame's id: where the stream begins. */
  begin(): Promise<number>;
  /** The next event, or null when the stream has ended. */
  next(): Promise<Event | null>;
  /** All events until the stream ends. */
  rest(): Promise<Event[]>;
  /** The id to come again with. */
  lastId(): string;
  leave(): void;
}

/** Follows `GET /events/stream` of a server that listens, as its own reader would. */
export async function followEvents(
  origin: string,
  query: string,
  headers: Record<string, string>,
): Promise<Follower> {
  const leaving = new AbortController();
  const answer = await fetch(`${origin}/api/v1/events/stream${query}`, { headers, signal: leaving.signal });
  const blocks = blocksOf(answer);
  let lastId = "";

  async function nextBlock(): Promise<Record<string, string> | null> {
    const { value, done } = await blocks.next();
    if (done) return null;
    const fields = Object.fromEntries(value.split("\n").map((line) => line.split(/: (.*)/s)));
    lastId = fields.id ?? lastId;
    return fields;
  }

  async function next(): Promise<Event | null> {
    for (;;) {
      const fields = await nextBlock();
      if (!fields) return null;
      if (fields.data === undefined) continue;
      const event = JSON.parse(fields.data) as Event; // as the list answers it
      if (fields.event !== event.type || fields.id !== String(event.seq))
        throw new Error(JSON.stringify(fields));
      return event;
    }
  }

  return {
    status: answer.status,
    headers: answer.headers,
    next,
    async begin() {
      return Number((await nextBlock())?.id);
    },
    async rest() {
      const events: Event[] = [];
      for (let event = await next(); event; event = await next()) events.push(event);
      return events;
    },
    lastId: () => lastId,
    leave: () => leaving.abort(),
  };
}

async function* blocksOf({ body }: Response): AsyncGenerator<string> {
  let text = "";
  for await (const part of (body ?? new ReadableStream<Uint8Array>()).pipeThrough(new TextDecoderStream())) {
    const blocks = `${text}${part}`.split("\n\n");
    text = blocks.pop() ?? "";
    yield* blocks;
  }
}
