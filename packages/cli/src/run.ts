import type { Command } from "commander";
import { Context } from "./context.ts";
import { EXIT } from "./exit-codes.ts";
import { type Io, write } from "./io.ts";
import { tellFailure } from "./output/tell-failure.ts";
import { buildProgram, passSettingsDown } from "./program.ts";

/** Hidden: the shells ask it what may stand where the cursor is. */
const COMPLETE = "__complete";

/** Runs the program with the words after its name. @returns the exit code */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const result: { exitCode: number } = { exitCode: EXIT.ok };
  const isJson = argv.includes("--json") || argv.includes("--ndjson");
  // A pipe that its reader has left also says so here; the write that failed is told of it.
  const ignore = () => undefined;
  io.stdout.on("error", ignore);
  try {
    const contextOf = (command: Command) => new Context(io, command.optsWithGlobals(), result);
    if (argv[0] === COMPLETE) return await complete(argv, io, contextOf);
    const program = await buildProgram(contextOf, argv);
    const said = { out: "", err: "" };
    program.configureOutput({
      writeOut: (text) => {
        said.out += text;
      },
      writeErr: (text) => {
        said.err += text;
      },
      outputError: ignore,
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
    });
    passSettingsDown(program);
    try {
      await program.parseAsync([...argv], { from: "user" });
    } finally {
      if (said.out !== "") await write(io.stdout, said.out);
      if (said.err !== "") await write(io.stderr, said.err);
    }
    return result.exitCode;
  } catch (error) {
    return await tellFailure(io, error, isJson);
  } finally {
    io.stdout.off("error", ignore);
  }
}

async function complete(argv: readonly string[], io: Io, contextOf: (command: Command) => Context) {
  const { completionsFor } = await import("./completion/completions-for.ts");
  const words = argv.slice(argv[1] === "--" ? 2 : 1);
  const candidates = completionsFor(await buildProgram(contextOf, words), words);
  await write(io.stdout, candidates.map(({ text, help }) => `${text}\t${help}\n`).join(""));
  return EXIT.ok;
}
