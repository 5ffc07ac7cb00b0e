import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Socket } from "node:net";

export interface ReceivedPost {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** A real HTTP server that keeps what is posted to it. */
export interface WebhookReceiver {
  origin: string;
  port: number;
  received: ReceivedPost[];
  /** How many have come to it and were not answered. */
  open(): number;
  /** Drops whoever is connected, and takes nobody any more. */
  close(): Promise<void>;
}

/** @param answer  what it does once a whole post has come; default: 204 */
export async function startWebhookReceiver(
  answer: RequestListener = (_request, response) => void response.writeHead(204).end(),
): Promise<WebhookReceiver> {
  const received: ReceivedPost[] = [];
  let open = 0;
  const server = createServer((request, response) => {
    open++;
    response.on("close", () => {
      open--;
    });
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url: path = "" } = request;
      const headers = request.headers as Record<string, string>; // none that is looked at comes twice
      received.push({ method, path, headers, body: Buffer.concat(chunks).toString() });
      answer(request, response);
    });
  });
  server.listen(0, "0.0.0.0"); // all of 127.0.0.0/8, whose addresses are hosts of their own
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on TCP
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    received,
    open: () => open,
    async close() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** Takes a post and never answers. */
export const neverAnswer: RequestListener = () => {};

/** A server that is none of HTTP: it does as it likes with whoever connects. */
export async function startTcpServer(
  onConnection: (socket: Socket) => void,
): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket.on("error", () => {}));
    onConnection(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port, // it listens on TCP
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
