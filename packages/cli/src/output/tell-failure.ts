import { StowageError } from "@stowage/client";
import { CommanderError } from "commander";
import { EXIT, exitCodeOf } from "../exit-codes.ts";
import { Failure, usageFailure } from "../failure.ts";
import { type Io, ReaderGone, write } from "../io.ts";
import { jsonText, printable } from "./printable.ts";
import { paintFor } from "./style.ts";

/** Says on standard error what went wrong, as a sentence or as the problem's own JSON. @returns the exit code */
export async function tellFailure(io: Io, error: unknown, asJson: boolean): Promise<number> {
  if (error instanceof ReaderGone) return EXIT.ok;
  if (io.signal.aborted) return EXIT.interrupted;
  if (error instanceof CommanderError && HELP.has(error.code))
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  const told = toldOf(error instanceof CommanderError ? asFailure(error) : error);
  if (asJson) await write(io.stderr, `${jsonText(told.problem)}\n`);
  else await write(io.stderr, sentenceOf(told, io));
  return told.exitCode;
}

/** Help and version are written by then. */
const HELP = new Set(["commander.help", "commander.helpDisplayed", "commander.version"]);

/** `error: unknown option '--tabel'\n(Did you mean --table?)` */
function asFailure({ message }: CommanderError): Failure {
  const [sentence = "", ...hints] = message.replace(/^error: /, "").split("\n");
  const text = sentence.charAt(0).toUpperCase() + sentence.slice(1);
  return usageFailure(
    /[.?!]$/.test(text) ? text : `${text}.`,
    hints.join(" ").replace(/^\(|\)$/g, "") || "See --help.",
  );
}

interface Told {
  readonly message: string;
  readonly code: string;
  readonly requestId: string | null;
  readonly remedies: readonly string[];
  readonly problem: object;
  readonly exitCode: number;
}

function toldOf(error: unknown): Told {
  if (error instanceof Failure) {
    const { message, code, remedy, exitCode } = error;
    const problem = { code, message, ...(remedy !== null && { remedy }) };
    return { message, code, requestId: null, remedies: remedy === null ? [] : [remedy], problem, exitCode };
  }
  if (error instanceof StowageError) {
    const { message, code, request_id, status } = error;
    // A proxy's page, or another program's, is no answer of the server.
    const isAnswered = code !== "unexpected_answer";
    const problem = error.problem ?? { code, message, ...(request_id && { request_id }) };
    return {
      message,
      code,
      requestId: request_id,
      // Ours have lines; the server's have none.
      remedies: remediesFor(error).map(printable),
      problem,
      exitCode: isAnswered ? exitCodeOf(status) : EXIT.unreachable,
    };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    message,
    code: "unexpected",
    requestId: null,
    remedies: [],
    problem: { code: "unexpected", message },
    exitCode: EXIT.failed,
  };
}

function remediesFor({ status, code, problem, errors, retryAfter }: StowageError): string[] {
  const remedies = errors.map(({ location, pointer, message }) => `${location} ${pointer}: ${message}`);
  const missing = problem?.missing_scopes ?? [];
  if (missing.length > 0) remedies.push(`The key lacks ${missing.join(", ")}.`);
  if (typeof problem?.fix_url === "string") remedies.push(`Give it that at ${problem.fix_url}`);
  if (status === 401) remedies.push("Sign in with another key: stowage login");
  if (status === 429 && retryAfter !== null) remedies.push(`Try again in ${retryAfter} s.`);
  if (code === "connection_failed") remedies.push("Is the address right, and the server running?");
  return remedies;
}

function sentenceOf({ message, code, requestId, remedies }: Told, { stderr, env }: Io): string {
  const paint = paintFor(stderr, env);
  const reference = requestId === null ? code : `${code}, request ${requestId}`;
  const lines = remedies.flatMap((remedy) => remedy.split("\n")).map((line) => `  ${printable(line)}\n`);
  return `${paint("red", "Error:")} ${printable(message)} ${paint("dim", `(${printable(reference)})`)}\n${lines.join("")}`;
}
