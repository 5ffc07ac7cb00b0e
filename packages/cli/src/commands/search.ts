import { Command, Option } from "commander";
import type { Row } from "../output/columns.ts";
import { showList } from "../output/show.ts";
import type { ContextOf } from "./operation-group.ts";
import { collectedOf, wholeNumber } from "./operation-options.ts";

const TYPES = ["item", "bin", "location"];

export function searchCommand(contextOf: ContextOf): Command {
  return new Command("search")
    .argument("<words...>", "words, parts of words, a code or a barcode; a typo still finds")
    .addOption(
      new Option("--type <choice>", "only these; repeat it for several")
        .choices(TYPES)
        .argParser(collectedOf(TYPES)),
    )
    .option("--limit <rows>", "at most so many", wholeNumber, 20)
    .action(
      async (words: string[], { type, limit }: { type?: string[]; limit: number }, command: Command) => {
        const context = contextOf(command);
        const query = { q: words.join(" "), type, limit };
        const found = await context.ask<{ data: Row[] }>({ method: "GET", path: "/search", query });
        await showList(context, found, { group: "search", verb: "search" });
      },
    );
}
