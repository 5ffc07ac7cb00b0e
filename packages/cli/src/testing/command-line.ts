import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable, Writable } from "node:stream";
import type { Io } from "../io.ts";
import { run } from "../run.ts";

/** What a run of the command line is given besides its words. */
export interface RunOptions {
  stdin?: string;
  /** It is in a terminal, so that it writes tables. */
  isTerminal?: boolean;
  /** Standard error is in one too, so that progress is drawn. */
  hasProgress?: boolean;
  columns?: number;
  env?: Record<string, string | undefined>;
  signal?: AbortSignal;
  /** Gets each piece of standard output as it comes. */
  onOutput?: (text: string) => void;
  stdout?: Writable;
  /** What the requests are made with. */
  fetch?: typeof globalThis.fetch;
}

/** What came of it. */
export interface Ran {
  code: number;
  out: string;
  err: string;
  /** Standard output, read as JSON; tests look into it freely. */
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts on the members it names
  readonly json: any;
}

/** The command line on a machine of its own: a home, and an environment without anything of ours. */
export interface CommandLine {
  home: string;
  /** Where the keys are kept. */
  credentials: string;
  run(words: readonly string[], options?: RunOptions): Promise<Ran>;
  /** Removes the home. */
  remove(): void;
}

/** @param env what each run has in its environment */
export function commandLine(env: Record<string, string> = {}): CommandLine {
  const home = mkdtempSync(join(tmpdir(), "stowage-home-"));
  return {
    home,
    credentials: join(home, "stowage/credentials.json"),
    run: (words, options = {}) =>
      runOnce(words, { ...options, env: { XDG_CONFIG_HOME: home, ...env, ...options.env } }),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

async function runOnce(words: readonly string[], options: RunOptions): Promise<Ran> {
  let [out, err] = ["", ""];
  const collect = (take: (text: string) => void) =>
    Object.assign(
      new Writable({
        write(bytes, _encoding, done) {
          take(String(bytes));
          done();
        },
      }),
      { isTTY: options.isTerminal ?? false, columns: options.columns ?? 100 },
    );
  const code = await run(words, {
    stdin:
      options.stdin === undefined ? new PassThrough().end() : Readable.from([Buffer.from(options.stdin)]),
    stdout:
      options.stdout ??
      collect((text) => {
        out += text;
        options.onOutput?.(text);
      }),
    stderr: Object.assign(
      collect((text) => {
        err += text;
      }),
      { isTTY: options.hasProgress ?? false },
    ),
    env: options.env ?? {},
    signal: options.signal ?? new AbortController().signal,
    fetch: options.fetch ?? globalThis.fetch,
    wait: async (_seconds, signal) => signal.throwIfAborted(),
  } satisfies Io);
  // Not to be read by whoever compares or prints the rest, as it is not always JSON.
  return Object.defineProperty({ code, out, err } as Ran, "json", { get: () => JSON.parse(out) }); // which adds what it lacks
}

/** What a file holds. */
export const textOf = (path: string) => readFileSync(path, "utf8");
