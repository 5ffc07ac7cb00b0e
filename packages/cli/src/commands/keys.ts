import type { Command } from "commander";
import type { Context } from "../context.ts";
import type { Row } from "../output/columns.ts";
import { told } from "../output/printable.ts";
import { showOne } from "../output/show.ts";
import { type ContextOf, operationGroup } from "./operation-group.ts";

export function keysCommand(contextOf: ContextOf): Command {
  return operationGroup("keys", contextOf, {
    special: { create: { show: showSecret }, rotate: { show: showSecret } },
  });
}

/** The secret alone on standard output, so that it can be piped on; what belongs to it beside. */
async function showSecret(context: Context, { key, ...rest }: Row): Promise<void> {
  if (typeof key !== "string") return showOne(context, rest);
  const { name, prefix, expires_at } = rest;
  await context.say(
    told`The key ${name ?? ""} (${prefix ?? ""})${expires_at ? `, until ${expires_at}` : ""}:`,
  );
  await context.print(told`${key}\n`);
  await context.say("Store it now: it is shown this once.");
}
