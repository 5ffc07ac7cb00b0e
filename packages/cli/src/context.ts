import type { Api, Call } from "@stowage/client/api";
import { usageFailure } from "./failure.ts";
import { type Io, write } from "./io.ts";
import { jsonText } from "./output/printable.ts";
import { type Paint, paintFor } from "./output/style.ts";
import type { Account } from "./sign-in/account.ts";

/** How results are written. */
export type Form = "table" | "json" | "ndjson";

/** The options that every command takes. */
export interface GlobalOptions {
  readonly profile?: string;
  readonly json?: boolean;
  readonly ndjson?: boolean;
  readonly table?: boolean;
  readonly quiet?: boolean;
  readonly yes?: boolean;
}

const WIDTH_WITHOUT_TERMINAL = 120;

/** What a command works with. */
export class Context {
  readonly io: Io;
  readonly options: GlobalOptions;
  /** What the program ends with, unless something fails. */
  readonly result: { exitCode: number };
  #api: Promise<{ api: Api; account: Account }> | null = null;

  constructor(io: Io, options: GlobalOptions, result: { exitCode: number }) {
    this.io = io;
    this.options = options;
    this.result = result;
  }

  /** Tables for a person, JSON for a program, and what was asked for in any case. */
  get form(): Form {
    const { json, ndjson, table } = this.options;
    if (ndjson) return "ndjson";
    if (json) return "json";
    return table || this.io.stdout.isTTY ? "table" : "json";
  }

  get width(): number {
    return this.io.stdout.columns ?? WIDTH_WITHOUT_TERMINAL;
  }

  get paint(): Paint {
    return paintFor(this.io.stdout, this.io.env);
  }

  /** Whom it works for, and calls as them. @throws Failure  nobody is signed in */
  signedIn(): Promise<{ api: Api; account: Account }> {
    this.#api ??= this.#signIn();
    return this.#api;
  }

  async #signIn() {
    const [{ Api }, { accountFor }] = await Promise.all([
      import("@stowage/client/api"),
      import("./sign-in/account.ts"),
    ]);
    const account = accountFor({ env: this.io.env, profile: this.options.profile });
    return { account, api: apiFor(Api, account, this.io) };
  }

  /** One call, whose answer is what the document says. */
  async ask<Answer = Record<string, unknown>>(call: Call): Promise<Answer> {
    const { api } = await this.signedIn();
    return api.json<Answer>(call, { signal: this.io.signal });
  }

  print(text: string): Promise<void> {
    return write(this.io.stdout, text);
  }

  printJson(value: unknown): Promise<void> {
    return this.print(`${jsonText(value, this.form === "json" ? 2 : 0)}\n`);
  }

  /** To the person, beside the result; nothing with --quiet. */
  async say(text: string): Promise<void> {
    if (!this.options.quiet) await write(this.io.stderr, `${text}\n`);
  }

  /** @throws Failure  unless a person agrees, or --yes did */
  async confirm(question: string): Promise<void> {
    if (this.options.yes) return;
    if (!this.io.stdin.isTTY || !this.io.stderr.isTTY)
      throw usageFailure(`${question} Nobody is there to be asked.`, "Say so with --yes.");
    const { askWhether } = await import("./output/prompts.ts");
    await askWhether(this.io, question);
  }
}

/** Whoever sits before it had rather hear than wait for longer. */
const RETRY_DELAY_MS = 10_000;

/** Calls with one key to its server. @throws Failure  address or key cannot be meant */
export function apiFor(
  ApiClass: typeof Api,
  { url, apiKey }: { url: string; apiKey: string | null },
  { fetch, env }: Io,
): Api {
  try {
    const allowInsecureHttp = env.STOWAGE_ALLOW_INSECURE_HTTP === "1";
    return new ApiClass({ apiKey, baseUrl: url, fetch, allowInsecureHttp, maxRetryDelayMs: RETRY_DELAY_MS });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw usageFailure(inOurWords(error.message));
  }
}

/** The library speaks of its options. */
function inOurWords(message: string): string {
  return message
    .replace(/\bbaseUrl\b/g, "The server's address")
    .replace(/\bapiKey\b/g, "The key")
    .replace(/or set allowInsecureHttp/, "or set STOWAGE_ALLOW_INSECURE_HTTP=1");
}
