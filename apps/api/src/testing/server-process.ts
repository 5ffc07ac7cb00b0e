import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { SYSTEM_ENV } from "@stowage/db/embedded/system-env";
import { throwAwayFolder } from "@stowage/db/testing/throw-away-folder";
import { inject } from "vitest";

declare module "vitest" {
  export interface ProvidedContext {
    /** The bundle of this run's sources (build/bundle-for-tests.mjs). */
    serverProgram: string;
  }
}

/** A real server with its embedded database, as `npm start` runs it, in a process of its own. */
export interface ServerProcess {
  url: string;
  child: ChildProcess;
  /** Everything it has printed. */
  output(): string;
  /** Asks it to stop and waits. @returns its exit code */
  stop(): Promise<number | null>;
}

/** @returns a folder for one instance's data; removed with the test process at the latest */
export function dataFolder() {
  return throwAwayFolder();
}

/** Starts a server on a free port, with some settings of its own, and resolves when it says that it is ready. */
export async function startServerProcess(
  dataDir: string,
  settings: Record<string, string> = {},
): Promise<ServerProcess> {
  const started = launch(dataDir, "0", settings);
  const url = await new Promise<string>((resolve, reject) => {
    started.child.once("exit", () => reject(new Error(`the server did not start:\n${started.output()}`)));
    started.child.stdout?.on("data", () => {
      const ready = /ready on (http:\S+)/.exec(started.output())?.[1];
      if (ready) resolve(ready);
    });
  });
  return { url, ...started };
}

/** Starts a server that is expected to give up. @returns its exit code and all that it printed */
export async function serverThatGivesUp(
  dataDir: string,
  port = "0",
): Promise<{ code: number | null; output: string }> {
  const { child, output } = launch(dataDir, port);
  const [code] = (await once(child, "exit")) as [number | null];
  return { code, output: output() };
}

function launch(
  dataDir: string,
  port = "0",
  settings: Record<string, string> = {},
): Omit<ServerProcess, "url"> {
  const child = spawn(process.execPath, ["--enable-source-maps", inject("serverProgram")], {
    // Nothing of the developer's own settings, but where programs are found.
    env: {
      ...SYSTEM_ENV,
      DATA_DIR: dataDir,
      PORT: port,
      LOG_LEVEL: "warn",
      REGISTRATION: "first",
      ...settings,
    },
    // The channel ends the server when the test run dies, however it dies.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
  return {
    child,
    output: () => printed,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      child.kill("SIGTERM");
      const [code] = (await once(child, "exit")) as [number | null];
      return code;
    },
  };
}

/**
 * The embedded PostgreSQL's main process, by its pid file.
 * @throws Error  it is not running; a half-written file must not come out as 0, which would signal our own group
 */
export function postmasterOf(dataDir: string): number {
  const pid = Number(readFileSync(`${dataDir}/pgdata/postmaster.pid`, "utf8").split("\n", 1)[0]);
  if (!Number.isInteger(pid) || pid <= 1) throw new Error(`${dataDir} has no postmaster`);
  return pid;
}
