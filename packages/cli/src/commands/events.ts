import { Command } from "commander";
import { inputOf } from "../input-of-options.ts";
import { OPERATIONS } from "../operations.gen.ts";
import type { Row } from "../output/columns.ts";
import { when } from "../output/columns.ts";
import { jsonText, told } from "../output/printable.ts";
import { type ContextOf, operationGroup } from "./operation-group.ts";
import { optionsOf, wholeNumber } from "./operation-options.ts";

export function eventsCommand(contextOf: ContextOf): Command {
  return operationGroup("events", contextOf).addCommand(followCommand(contextOf));
}

/** The filters of the list that a stream takes too. */
const FILTERS = ["type", "subject_id", "api_key_id", "user_id", "after"];

function followCommand(contextOf: ContextOf): Command {
  const fields = (OPERATIONS.find(({ procedure }) => procedure === "events.list")?.query ?? []).filter(
    ({ name }) => FILTERS.includes(name),
  );
  const command = new Command("follow")
    .summary("Follow events as they happen")
    .description("Writes each event as it happens, until Ctrl-C; one line each, in a pipe as JSON.")
    .option("--seconds <number>", "end after so long", wholeNumber);
  for (const field of fields) for (const option of optionsOf(field, "GET")) command.addOption(option);
  return command.action(async (options: Record<string, unknown>) => {
    const context = contextOf(command);
    const given = Object.fromEntries(fields.map(({ name, option }) => [name, options[camelCase(option)]]));
    const query = {
      ...(await inputOf(context, fields, given)),
      ...(options.seconds !== undefined && { limit_seconds: options.seconds }),
    };
    const { api } = await context.signedIn();
    for await (const event of api.events("/events/stream", query, { signal: context.io.signal }))
      await context.print(context.form === "table" ? lineOf({ ...event }) : `${jsonText(event)}\n`);
  });
}

const camelCase = (option: string) => option.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function lineOf({ created_at, type, subject_name, api_key_name, actor_name }: Row): string {
  const by = api_key_name ?? actor_name;
  return told`${when(created_at)}  ${type}  ${subject_name}${by ? `  by ${by}` : ""}\n`;
}
