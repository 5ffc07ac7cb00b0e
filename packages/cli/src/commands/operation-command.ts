import { Command, Option } from "commander";
import type { Context } from "../context.ts";
import { usageFailure } from "../failure.ts";
import { bodyFrom, type Given, inputOf } from "../input-of-options.ts";
import type { Field, Operation, Thing } from "../operation.ts";
import { INCLUDED, type Row } from "../output/columns.ts";
import { showOne, showPages } from "../output/show.ts";
import { idOf } from "../things.ts";
import { collectedOf, optionsOf, wholeNumber } from "./operation-options.ts";

const LIMIT = 50;
const THINGS: readonly string[] = ["item", "bin", "location", "project", "task", "key"] satisfies Thing[];
const isThing = (text: string): text is Thing => THINGS.includes(text);

/** What a group has to say of a procedure besides the document. */
export interface Special {
  readonly aliases?: readonly string[];
  /** Shows the answer in its own way, for people. */
  readonly show?: (context: Context, answer: Row) => Promise<void>;
}

/** The command of a procedure: its arguments and options are those of its input. */
export function operationCommand(
  operation: Operation,
  contextOf: (command: Command) => Context,
  special: Special = {},
): Command {
  const { verb, summary, query, body, takes_body, is_page, method } = operation;
  const command = new Command(verb)
    .summary(summary)
    .description(`${summary}.`)
    .aliases([...(special.aliases ?? [])]);
  for (const { name, thing } of operation.arguments)
    command.argument(`<${thing}>`, argumentHelp(thing, name));
  // What it cannot go without stands without a dash.
  const positional = body.filter(({ is_required, kind }) => is_required && kind !== "json");
  for (const { name, option, help } of positional)
    command.argument(takes_body ? `[${option}]` : `<${option}>`, help || name.replaceAll("_", " "));
  const optional = [...query, ...body.filter((field) => !positional.includes(field))];
  for (const field of optional) for (const option of optionsOf(field, method)) command.addOption(option);
  const clearable = body.filter(({ is_nullable }) => is_nullable && method === "PATCH");
  if (clearable.length > 0)
    command.addOption(
      new Option("--clear <field>", "empty a field; repeat it for several")
        .choices(clearable.map(({ name }) => name))
        .argParser(collectedOf(clearable.map(({ name }) => name))),
    );
  if (takes_body)
    command.option("--input <file>", "the whole body as JSON from a file, or - for standard input");
  if (is_page)
    command
      .option("--limit <rows>", "at most so many", wholeNumber, LIMIT)
      .option("--all", "every row, however many");
  command.action(async (...given: unknown[]) => {
    const context = contextOf(command);
    const texts = given.slice(0, operation.arguments.length + positional.length) as (string | undefined)[]; // by commander
    await perform(operation, positional, texts, command.opts(), context, special);
  });
  return command;
}

async function perform(
  operation: Operation,
  positional: readonly Field[],
  texts: readonly (string | undefined)[],
  options: Given,
  context: Context,
  { show }: Special,
): Promise<void> {
  const { group, verb, method } = operation;
  const given: Record<string, unknown> = { ...givenByName(operation, options) };
  for (const [at, { name }] of positional.entries()) {
    const text = texts[operation.arguments.length + at];
    if (text !== undefined) given[name] = text;
  }
  const path = await pathOf(operation, texts, context);
  const query = await inputOf(context, operation.query, given);
  const body = operation.takes_body ? await bodyOf(context, operation, given, options) : undefined;
  const included = INCLUDED[`${group} ${verb}`];
  if (included && context.form === "table" && !query.fields) query.include ??= included;
  if (operation.is_page) {
    const limit = options.all ? Number.POSITIVE_INFINITY : Number(options.limit);
    const load = (page: object) =>
      context.ask<{ data: Row[]; next_cursor: string | null }>({
        method: "GET",
        path,
        query: { ...query, ...page },
      });
    return showPages(context, load, {
      group,
      verb,
      limit,
      ...(given.fields !== undefined && { fields: fieldsIn(given.fields) }),
    });
  }
  if (method === "DELETE") await context.confirm(`${operation.summary}: ${texts.join(", ")}?`);
  const answer = await context.ask<Row>({
    method: method as "GET" | "POST" | "PATCH" | "DELETE", // by the document
    path,
    query,
    ...(body && { body }),
    isRepeatable: method === "POST",
  });
  return show && context.form === "table" ? show(context, answer) : showOne(context, answer);
}

const fieldsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Commander names options in camelCase. */
function givenByName({ query, body }: Operation, options: Given): Given {
  return Object.fromEntries(
    [...query, ...body].map((field) => {
      const value = options[camelCase(field.option)];
      // Lists with commas on the wire may be written so here too.
      const isCommas = field.name === "fields" || field.name === "include";
      return [
        field.name,
        isCommas && Array.isArray(value) ? value.flatMap((one) => String(one).split(",")) : value,
      ];
    }),
  );
}

const camelCase = (option: string) => option.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

async function pathOf(
  operation: Operation,
  texts: readonly (string | undefined)[],
  context: Context,
): Promise<string> {
  let path = operation.path;
  for (const [at, { name, thing }] of operation.arguments.entries()) {
    const text = texts[at] ?? "";
    const id = isThing(thing) ? await idOf(context, thing, text) : text;
    if (/^\.{0,2}$/.test(id)) throw usageFailure(`The ${thing} is missing.`);
    path = path.replace(`{${name}}`, encodeURIComponent(id));
  }
  return path;
}

async function bodyOf(context: Context, { body }: Operation, given: Given, options: Given): Promise<object> {
  const cleared = Array.isArray(options.clear) ? options.clear.map((name) => [String(name), null]) : [];
  return {
    ...(typeof options.input === "string" && (await bodyFrom(context, options.input))),
    ...(await inputOf(context, body, given)),
    ...Object.fromEntries(cleared),
  };
}

function argumentHelp(thing: string, name: string): string {
  if (!isThing(thing)) return name.replaceAll("_", " ");
  return thing === "item" || thing === "bin" || thing === "location"
    ? "its id, the code on its label, or its name"
    : "its id or its name";
}
