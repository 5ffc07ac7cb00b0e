import { Command } from "commander";
import { usageFailure } from "../failure.ts";
import { numberOf } from "../input-of-options.ts";
import type { Row } from "../output/columns.ts";
import { told } from "../output/printable.ts";
import { showOne } from "../output/show.ts";
import { idOf } from "../things.ts";
import { type ContextOf, operationGroup } from "./operation-group.ts";

export function itemsCommand(contextOf: ContextOf): Command {
  return operationGroup("items", contextOf, { without: ["adjust"] }).addCommand(adjustCommand(contextOf));
}

function adjustCommand(contextOf: ContextOf): Command {
  return new Command("adjust")
    .summary("Change a quantity")
    .description("Changes an item's quantity: +3 adds, -2 takes, =7 is what was counted.")
    .argument("<item>", "its id, the code on its label, its barcode, or its name")
    .argument("<change>", "+3, -2 or =7")
    .option("--reason <text>", "why, for the history")
    .option("--if-quantity <number>", "only if this is still the quantity")
    .action(
      async (
        item: string,
        change: string,
        options: { reason?: string; ifQuantity?: string },
        command: Command,
      ) => {
        const context = contextOf(command);
        const body = {
          ...changeOf(change),
          ...(options.reason !== undefined && { reason: options.reason }),
          ...(options.ifQuantity !== undefined && {
            if_quantity: numberOf(options.ifQuantity, "if-quantity"),
          }),
        };
        const id = await idOf(context, "item", item);
        const path = `/items/${encodeURIComponent(id)}/adjust`;
        const adjusted = await context.ask<Row>({ method: "POST", path, body, isRepeatable: true });
        if (context.form !== "table") return showOne(context, adjusted);
        const low = adjusted.is_low ? context.paint("red", " (low)") : "";
        const { name, quantity, unit } = adjusted;
        await context.print(`${told`${name}: ${quantity} ${unit}`}${low}\n`);
      },
    );
}

/** @throws Failure  it has no sign, so that a count cannot be told from what comes */
export function changeOf(text: string): { delta: number } | { count: number } {
  const [, sign, number] = /^([+=-])(\d+(?:\.\d{1,3})?)$/.exec(text) ?? [];
  if (sign === undefined)
    throw usageFailure("The change is written +3, -2 or =7, with three decimals at most.");
  if (sign === "=") return { count: Number(number) };
  return { delta: sign === "-" ? -Number(number) : Number(number) };
}
