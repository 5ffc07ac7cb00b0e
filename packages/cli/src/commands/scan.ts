import { createInterface } from "node:readline";
import { StowageError } from "@stowage/client";
import { Command, Option } from "commander";
import type { Context } from "../context.ts";
import { EXIT, exitCodeOf } from "../exit-codes.ts";
import { usageFailure } from "../failure.ts";
import { numberOf } from "../input-of-options.ts";
import { write } from "../io.ts";
import type { Row } from "../output/columns.ts";
import { jsonText, printable, told } from "../output/printable.ts";
import type { ContextOf } from "./operation-group.ts";
import { readScan, type Scanning } from "./scan-line.ts";

/** What one says here, and what the API calls it. */
const ACTIONS = {
  lookup: "lookup",
  add: "add",
  take: "remove",
  count: "count",
  move: "move",
  create: "create",
} as const;
const isAction = (text: string): text is keyof typeof ACTIONS => Object.hasOwn(ACTIONS, text);

interface ScanOptions {
  readonly action: string;
  readonly quantity?: string;
  readonly to?: string;
}

export function scanCommand(contextOf: ContextOf): Command {
  return new Command("scan")
    .description(
      "Reads codes line by line, as a scanner types them or from a pipe, and does one thing with each.",
    )
    .addOption(
      new Option("--action <choice>", "what to do with each code")
        .choices(Object.keys(ACTIONS))
        .default("lookup"),
    )
    .option("--quantity <number>", "how many each time; of one code: 3*code")
    .option("--to <code>", "for move and create: the label of the bin or place")
    .addHelpText("after", HELP)
    .action(async (options: ScanOptions, command: Command) => {
      const context = contextOf(command);
      await context.signedIn();
      await scanAll(context, {
        action: isAction(options.action) ? options.action : "lookup",
        to: options.to ?? null,
        quantity: options.quantity === undefined ? null : numberOf(options.quantity, "quantity"),
      });
    });
}

const HELP = `
Lines that are no codes, also as barcodes of your own:
  :add  :take  :count  :move  :create  :lookup     what to do from here on
  :to CODE                                         where to move to, or to create in
  3*CODE                                           that many, this once`;

async function scanAll(context: Context, begin: Scanning): Promise<void> {
  const { stdin, stderr, signal } = context.io;
  const isTalk = stdin.isTTY === true && stderr.isTTY === true && !context.options.quiet;
  const prompt = (now: Scanning) =>
    isTalk ? write(stderr, `${now.action}${now.to === null ? "" : ` to ${printable(now.to)}`}> `) : undefined;
  let scanning = begin;
  await prompt(scanning);
  for await (const line of createInterface({ input: stdin, signal, terminal: false })) {
    const read = readScan(line, scanning, isAction);
    if (read.kind === "unknown") await context.say(`There is no ${printable(line.trim())}.`);
    if (read.kind === "setting") scanning = read.scanning;
    if (read.kind === "code") await scanOne(context, scanning, read);
    await prompt(scanning);
  }
}

async function scanOne(
  context: Context,
  { action, to, quantity }: Scanning,
  { code, times }: { code: string; times: number | null },
): Promise<void> {
  if (action === "count" && times === null && quantity === null)
    throw usageFailure("A count needs its number.", "Write 7*code, or give --quantity 7.");
  if (action === "move" && to === null)
    throw usageFailure("Where to?", "Give --to with the label of a bin or place, or scan :to and its code.");
  const amount = times ?? quantity;
  const body = {
    code,
    action: ACTIONS[action],
    ...(amount !== null && action !== "lookup" && { quantity: amount }),
    ...(to !== null && (action === "move" || action === "create") && { to_code: to }),
  };
  try {
    const answer = await context.ask<Row>({ method: "POST", path: "/scan", body, isRepeatable: true });
    await context.print(context.form === "table" ? lineOf(answer) : `${jsonText(answer)}\n`);
  } catch (error) {
    // One wrong code does not end the round; a key that may not, or a server that is gone, does.
    if (!(error instanceof StowageError) || exitCodeOf(error.status) !== EXIT.failed) throw error;
    context.result.exitCode = EXIT.failed;
    if (context.form === "table") await context.print(told`✗ ${code}  ${error.message}\n`);
    else await context.print(`${jsonText({ code, error: error.problem ?? { code: error.code } })}\n`);
  }
}

function lineOf({ target, item, quantity, action }: Row): string {
  const { type, name } = Object(target);
  const { unit, is_low } = Object(item);
  const amount = quantity === undefined ? "" : `  ${quantity} ${unit ?? ""}${is_low ? "  low" : ""}`;
  const what = type === "item" ? "" : `  (${type})`;
  return told`✓ ${name}${what}${amount}${action === "lookup" ? "" : `  ${action}`}\n`;
}
