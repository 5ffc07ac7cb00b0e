import { Command } from "commander";
import type { Context } from "../context.ts";
import { OPERATIONS } from "../operations.gen.ts";
import { operationCommand, type Special } from "./operation-command.ts";

/** Makes the context of a command once its options are read. */
export type ContextOf = (command: Command) => Context;

/** A group of commands, one for each procedure of a noun; what is special about some, and `without` some. */
export function operationGroup(
  name: string,
  contextOf: ContextOf,
  {
    special = {},
    without = [],
  }: { special?: Readonly<Record<string, Special>>; without?: readonly string[] } = {},
): Command {
  const group = new Command(name);
  for (const operation of OPERATIONS)
    if (operation.group === name && !without.includes(operation.verb))
      group.addCommand(operationCommand(operation, contextOf, special[operation.verb]));
  return group;
}
