import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import type { ConnectionTarget } from "@stowage/db/pool";

/** The `application_name` of connections that listen, which their first packet names. */
const LISTENS = "stowage listen";

/** A way to a test database on which the connections that listen for notices can fall silent, as behind a dead switch. */
export interface SilentProxy {
  /** For `DATABASE_URL`. */
  url: string;
  /** From here on nothing passes on listening connections, old and new; they stay open. All others go on. */
  silence(): void;
  /** What was held back arrives. */
  speak(): void;
  close(): Promise<void>;
}

export async function startSilentProxy(target: ConnectionTarget): Promise<SilentProxy> {
  const sockets = new Set<Socket>();
  const listening = new Set<Socket>();
  let isSilent = false;

  const server = createServer((client) => {
    const upstream = connect(addressOf(target));
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => other.destroy());
    }
    client.once("data", (first: Buffer) => {
      if (first.includes(LISTENS))
        for (const socket of [client, upstream]) {
          listening.add(socket);
          if (isSilent) socket.pause();
        }
      upstream.write(first);
      client.on("data", (chunk: Buffer) => void upstream.write(chunk));
    });
    upstream.on("data", (chunk: Buffer) => void client.write(chunk));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("not listening on a port");

  return {
    url: urlThrough(target, address.port),
    silence() {
      isSilent = true;
      for (const socket of listening) socket.pause();
    },
    speak() {
      isSilent = false;
      for (const socket of listening) socket.resume();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function addressOf(target: ConnectionTarget) {
  if ("socketDir" in target) return { path: `${target.socketDir}/.s.PGSQL.5432` };
  const { hostname, port } = new URL(target.url);
  return { host: hostname, port: Number(port || 5_432) };
}

function urlThrough(target: ConnectionTarget, port: number): string {
  if ("socketDir" in target) return `postgres://${target.user}@127.0.0.1:${port}/${target.database}`;
  const url = new URL(target.url);
  url.host = `127.0.0.1:${port}`;
  return url.href;
}
