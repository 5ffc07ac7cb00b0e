import type { Command, Option } from "commander";
import { ROUTES } from "../operations.gen.ts";

/** What may stand where the cursor is, and what it is about. */
export interface Candidate {
  readonly text: string;
  readonly help: string;
}

/**
 * What may follow `words`, of which the last is being typed and may be empty. Nothing where only the person knows, so
 * that the shell offers its files.
 */
export function completionsFor(program: Command, words: readonly string[]): Candidate[] {
  const current = words.at(-1) ?? "";
  let command = program;
  let before: Option | undefined;
  const given: string[] = [];
  for (const word of words.slice(0, -1)) {
    if (before) before = undefined;
    else if (word.startsWith("-")) before = valued(optionNamed(command, program, word));
    else {
      const next = command.commands.find((one) => one.name() === word || one.aliases().includes(word));
      if (next) command = next;
      else given.push(word);
    }
  }
  return candidates({ command, program, before, current, given }).filter(({ text }) =>
    text.startsWith(current),
  );
}

interface Place {
  readonly command: Command;
  readonly program: Command;
  /** The option whose value is being typed. */
  readonly before: Option | undefined;
  readonly current: string;
  readonly given: readonly string[];
}

function candidates({ command, program, before, current, given }: Place): Candidate[] {
  if (before) return choices(before, current);
  if (current.startsWith("-")) return optionsOf(command, program);
  if (command.commands.length > 0)
    return command.commands
      .filter((one) => !one.name().startsWith("__"))
      .map((one) => ({ text: one.name(), help: one.summary() || one.description() }));
  if (command.name() === "api") return routes(given);
  return (command.registeredArguments[given.length]?.argChoices ?? []).map((text) => ({ text, help: "" }));
}

/** Of values that are joined by commas, the last. */
function choices({ argChoices = [] }: Option, current: string): Candidate[] {
  const joined = current.slice(0, current.lastIndexOf(",") + 1);
  return argChoices.map((one) => ({ text: joined + one, help: "" }));
}

function optionsOf(command: Command, program: Command): Candidate[] {
  const options = [...command.options, ...program.options.filter(({ long }) => long !== "--version")];
  return [
    ...options.map(({ long, short, description }) => ({ text: long ?? short ?? "", help: description })),
    { text: "--help", help: "explain this command" },
  ];
}

function routes(given: readonly string[]): Candidate[] {
  const [method, ...rest] = given;
  if (method === undefined) return ["GET", "POST", "PATCH", "DELETE"].map((text) => ({ text, help: "" }));
  if (rest.length > 0) return [];
  return ROUTES.filter((route) => route.startsWith(`${method.toUpperCase()} `)).map((route) => ({
    text: route.slice(route.indexOf(" ") + 1),
    help: "",
  }));
}

function optionNamed(command: Command, program: Command, word: string): Option | undefined {
  return [...command.options, ...program.options].find(({ long, short }) => long === word || short === word);
}

const valued = (option: Option | undefined) => (option?.required || option?.optional ? option : undefined);
