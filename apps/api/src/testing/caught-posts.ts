import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export interface CaughtPost {
  headers: IncomingHttpHeaders;
  body: string;
}

/** Takes posts, answers each with 204, and keeps them as they came. */
export interface PostSink {
  url: string;
  /** The next post, once it is there. */
  next(): Promise<CaughtPost>;
  close(): void;
}

export async function catchPosts(): Promise<PostSink> {
  const caught: CaughtPost[] = [];
  const waiting: ((post: CaughtPost) => void)[] = [];
  const sink = createServer(async (request, response) => {
    const post = { headers: request.headers, body: (await buffer(request)).toString() };
    response.writeHead(204).end();
    const next = waiting.shift();
    if (next) next(post);
    else caught.push(post);
  });
  sink.listen(0, "127.0.0.1");
  await once(sink, "listening");
  const { port } = sink.address() as AddressInfo; // it listens on a port
  return {
    url: `http://127.0.0.1:${port}/`,
    async next() {
      return caught.shift() ?? new Promise((resolve) => waiting.push(resolve));
    },
    close: () => sink.close(),
  };
}
