import { Command, Option } from "commander";
import type { ContextOf } from "./commands/operation-group.ts";
import { VERSION } from "./version.ts";

interface Entry {
  readonly name: string;
  readonly summary: string;
  /** Loads the command's own code. */
  readonly load: () => Promise<(contextOf: ContextOf) => Command>;
}

/** Every command at the top, in the order of the help. */
const ENTRIES: readonly Entry[] = [
  { name: "login", summary: "Sign in", load: async () => (await import("./commands/login.ts")).loginCommand },
  {
    name: "logout",
    summary: "Forget the kept key",
    load: async () => (await import("./commands/logout.ts")).logoutCommand,
  },
  {
    name: "whoami",
    summary: "Who you are, and what you may do",
    load: async () => (await import("./commands/whoami.ts")).whoamiCommand,
  },
  {
    name: "items",
    summary: "Things: list, create, adjust, move",
    load: async () => (await import("./commands/items.ts")).itemsCommand,
  },
  {
    name: "bins",
    summary: "Bins and what is in them",
    load: async () => (await import("./commands/groups.ts")).binsCommand,
  },
  {
    name: "locations",
    summary: "Places and what is there",
    load: async () => (await import("./commands/groups.ts")).locationsCommand,
  },
  {
    name: "search",
    summary: "Find items, bins and places",
    load: async () => (await import("./commands/search.ts")).searchCommand,
  },
  {
    name: "scan",
    summary: "Do something with each scanned code",
    load: async () => (await import("./commands/scan.ts")).scanCommand,
  },
  {
    name: "tasks",
    summary: "What is to be done",
    load: async () => (await import("./commands/groups.ts")).tasksCommand,
  },
  {
    name: "projects",
    summary: "Projects, and what they reserve and use",
    load: async () => (await import("./commands/groups.ts")).projectsCommand,
  },
  {
    name: "events",
    summary: "What happened, and what happens",
    load: async () => (await import("./commands/events.ts")).eventsCommand,
  },
  {
    name: "undo",
    summary: "Put back what was done",
    load: async () => (await import("./commands/undo.ts")).undoCommand,
  },
  {
    name: "export",
    summary: "Write the inventory to a file",
    load: async () => (await import("./commands/export.ts")).exportCommand,
  },
  {
    name: "import",
    summary: "Bring in a file",
    load: async () => (await import("./commands/import.ts")).importCommand,
  },
  { name: "keys", summary: "API keys", load: async () => (await import("./commands/keys.ts")).keysCommand },
  {
    name: "keyscan",
    summary: "Find API keys that were left in files",
    load: async () => (await import("./commands/keyscan.ts")).keyscanCommand,
  },
  {
    name: "api",
    summary: "Call any route of the API",
    load: async () => (await import("./commands/api.ts")).apiCommand,
  },
  {
    name: "completion",
    summary: "Complete words in your shell",
    load: async () => (await import("./commands/completion.ts")).completionCommand,
  },
];

/**
 * The program with the commands that `words` name; of the others there is no more than what the help says, so that
 * nothing is loaded that is not used. Without words, all of it.
 */
export async function buildProgram(contextOf: ContextOf, words?: readonly string[]): Promise<Command> {
  const program = new Command("stowage")
    .description("Your inventory, from the command line.")
    .version(VERSION, "--version", "say which version this is")
    .helpOption("-h, --help", "explain a command")
    .addOption(new Option("--profile <name>", "the kept key to use"))
    .addOption(new Option("--json", "JSON, also in a terminal; errors too"))
    .addOption(new Option("--ndjson", "JSON, each row on a line of its own"))
    .addOption(new Option("--table", "tables, also in a pipe"))
    .addOption(new Option("--quiet", "the result alone: no remarks, no progress"))
    .addOption(new Option("--yes", "do not ask before something is deleted or replaced"))
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .showHelpAfterError(false);
  for (const { name, summary, load } of ENTRIES) {
    const isNamed = words === undefined || words.includes(name);
    const command = isNamed ? (await load())(contextOf) : new Command(name);
    program.addCommand(command.summary(summary));
    if (isNamed && command.description() === "") command.description(`${summary}.`);
  }
  return program;
}

/** Settings reach no command that was made by itself. */
export function passSettingsDown(command: Command): void {
  for (const below of command.commands) {
    below.copyInheritedSettings(command);
    passSettingsDown(below);
  }
}
