import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

const SWEEP_EVERY_MS = 50;

/**
 * Watches a server's connections, and gives the way to close it: what is under way is answered, and a kept-alive
 * connection is let go as soon as nothing is under way on it. So are those on which nothing was ever asked, such as
 * browsers open in advance; Node does not take them for idle.
 */
export function gentlyClosing(app: FastifyInstance): () => Promise<void> {
  const unused = new Set<Socket>();
  app.server.on("connection", (socket) => {
    unused.add(socket);
    socket.once("close", () => unused.delete(socket));
  });
  app.server.on("request", ({ socket }) => unused.delete(socket));

  return async () => {
    const sweep = setInterval(() => {
      app.server.closeIdleConnections();
      for (const socket of unused) socket.destroy();
    }, SWEEP_EVERY_MS);
    try {
      await app.close();
    } finally {
      clearInterval(sweep);
    }
  };
}
