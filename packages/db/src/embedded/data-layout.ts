import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";

/** PostgreSQL names its socket after a port, also when no port is open. */
export const SOCKET_PORT = 5432;

/** A unix socket address holds 107 bytes; a folder whose socket would not fit moves to the temporary one. */
const SOCKET_PATH_BYTES_MAX = 100;

/** Where everything lies in a data folder. */
export interface DataLayout {
  readonly root: string;
  /** Held by the server for its whole life: one server per folder. */
  readonly appLock: string;
  /** Inherited by every PostgreSQL process: nobody starts while a single backend of the last run is alive. */
  readonly pgLock: string;
  readonly pgdata: string;
  /** A cluster in the making; it counts only once renamed to `pgdata`. */
  readonly pgdataInit: string;
  readonly socketDir: string;
}

/** Lays out `dataDir`; touches nothing. */
export function dataLayout(dataDir: string): DataLayout {
  const root = path.resolve(dataDir);
  return {
    root,
    appLock: path.join(root, "app.lock"),
    pgLock: path.join(root, "pg.lock"),
    pgdata: path.join(root, "pgdata"),
    pgdataInit: path.join(root, "pgdata.init"),
    socketDir: socketDir(root),
  };
}

/** The socket file that clients of the cluster connect to. */
export function socketFile(dir: string): string {
  return path.join(dir, `.s.PGSQL.${SOCKET_PORT}`);
}

function socketDir(root: string): string {
  const inside = path.join(root, "s");
  if (Buffer.byteLength(socketFile(inside)) <= SOCKET_PATH_BYTES_MAX) return inside;
  const name = createHash("sha256").update(root).digest("hex").slice(0, 12);
  return path.join(tmpdir(), `stowage-${name}`);
}
