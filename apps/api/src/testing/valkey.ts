import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { SYSTEM_ENV } from "@stowage/db/embedded/system-env";
import { throwAwayFolder } from "@stowage/db/testing/throw-away-folder";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** `VALKEY_SERVER_TEST`, which `npm test` sets; null when it is not set. */
    valkeyProgram: string | null;
  }
}

/** A real Valkey or Redis on a port of its own, keeping nothing. */
export interface TestValkey {
  url: string;
  /** Dies at once, as by a power cut. */
  kill(): Promise<void>;
  /** Comes back on the same port, empty. */
  restart(): Promise<void>;
  /** Stops answering, with every connection open. */
  freeze(): void;
  thaw(): void;
  close(): Promise<void>;
}

export async function startValkey(): Promise<TestValkey> {
  const program = valkeyProgram();
  const folder = throwAwayFolder();
  const port = await freePort();
  let child = await launch(program, port, folder.path);
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    async restart() {
      await kill();
      child = await launch(program, port, folder.path);
    },
    freeze: () => void child.kill("SIGSTOP"),
    thaw: () => void child.kill("SIGCONT"),
    async close() {
      await kill();
      folder.remove();
    },
  };
}

function valkeyProgram(): string {
  const programs = [inject("valkeyProgram"), "valkey-server", "redis-server"];
  const runs = programs.find(
    (program) => program && spawnSync(program, ["--version"], { env: SYSTEM_ENV }).status === 0,
  );
  if (!runs)
    throw new Error(
      "These tests need a Valkey or Redis: `npm test` finds one, or set VALKEY_SERVER_TEST to one.",
    );
  return runs;
}

async function launch(program: string, port: number, dir: string): Promise<ChildProcess> {
  const settings = [
    "--port",
    String(port),
    "--bind",
    "127.0.0.1",
    "--dir",
    dir,
    "--save",
    "",
    "--appendonly",
    "no",
  ];
  const child = spawn(program, settings, { env: SYSTEM_ENV, stdio: "ignore" });
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
    await sleep(20);
  }
  return child;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(socket.destroy() !== null));
    socket.once("error", () => resolve(false));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("a port has a number");
  return address.port;
}
