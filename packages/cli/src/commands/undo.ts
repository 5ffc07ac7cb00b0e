import { Command } from "commander";
import type { Context } from "../context.ts";
import { Failure, usageFailure } from "../failure.ts";
import type { Row } from "../output/columns.ts";
import { printable, told } from "../output/printable.ts";
import { idOf } from "../things.ts";
import type { ContextOf } from "./operation-group.ts";

interface UndoOptions {
  readonly apiKey?: string;
  readonly userId?: string;
  readonly since?: string;
  readonly dryRun?: boolean;
}

interface Undone {
  readonly undone: readonly Row[];
  readonly skipped: readonly Row[];
  readonly dry_run: boolean;
}

export function undoCommand(contextOf: ContextOf): Command {
  return new Command("undo")
    .description(
      "Puts back what was done: the events of these numbers, or all of a key's or a person's; without any, the last that your key did.",
    )
    .argument("[numbers...]", "of events, as stowage events list shows them")
    .option("--api-key <key>", "what this key did")
    .option("--user-id <id>", "what this person did, signed in")
    .option("--since <time>", "of a key or a person: only from then on, such as 2026-01-02T03:04:05Z")
    .option("--dry-run", "say what would happen, and change nothing")
    .action(async (numbers: string[], options: UndoOptions, command: Command) => {
      const context = contextOf(command);
      const selection = await selectionOf(context, numbers, options);
      const body = { ...selection, dry_run: options.dryRun ?? false };
      const answer = await context.ask<Undone>({
        method: "POST",
        path: "/events/undo",
        body,
        isRepeatable: true,
      });
      if (context.form !== "table") return context.printJson(answer);
      await context.print(linesOf(answer));
    });
}

async function selectionOf(
  context: Context,
  numbers: readonly string[],
  options: UndoOptions,
): Promise<object> {
  const since = options.since === undefined ? {} : { since: options.since };
  if (options.apiKey !== undefined)
    return { api_key_id: await idOf(context, "key", options.apiKey), ...since };
  if (options.userId !== undefined) return { user_id: options.userId, ...since };
  if (numbers.length > 0) return { event_seqs: numbers.map(numberOfEvent) };
  return { event_seqs: [await lastOfOwn(context)] };
}

function numberOfEvent(text: string): number {
  if (!/^[1-9]\d{0,15}$/.test(text)) throw usageFailure("The number of an event is a whole number.");
  return Number(text);
}

async function lastOfOwn(context: Context): Promise<number> {
  const who = await context.ask<{ api_key: { id: string } | null }>({ method: "GET", path: "/whoami" });
  const query = { api_key_id: who.api_key?.id, limit: 50 };
  const { data } = await context.ask<{ data: Row[] }>({ method: "GET", path: "/events", query });
  const last = data.find(({ undone_by }) => undone_by === null);
  if (!last) throw new Failure("Your key has done nothing that could be put back.", { code: "not_found" });
  await context.confirm(told`Put back ${last.type} of ${last.subject_name}?`);
  return Number(last.seq);
}

function linesOf({ undone, skipped, dry_run }: Undone): string {
  const verb = dry_run ? "Would put back" : "Put back";
  const lines = [
    ...undone.map(({ type, subject_name }) => `${verb}: ${type}  ${subject_name}`),
    ...skipped.map(({ type, subject_name, detail }) => `Left: ${type}  ${subject_name}  ${detail}`),
  ];
  return lines.length === 0 ? "Nothing to put back.\n" : lines.map((line) => `${printable(line)}\n`).join("");
}
