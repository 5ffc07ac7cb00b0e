import { Command } from "commander";
import type { Context } from "../context.ts";
import { EXIT } from "../exit-codes.ts";
import { usageFailure } from "../failure.ts";
import type { Finding } from "../keyscan/finding.ts";
import { scanHistory } from "../keyscan/git-history.ts";
import { KeyFinder } from "../keyscan/key-finder.ts";
import { reportKeys } from "../keyscan/report-keys.ts";
import { createFileScan, reasonOf, scanChunks } from "../keyscan/scan-file.ts";
import { Tally } from "../keyscan/tally.ts";
import { filesBelow } from "../keyscan/walk-files.ts";
import type { ContextOf } from "./operation-group.ts";
import { collectedOf } from "./operation-options.ts";

interface KeyscanOptions {
  readonly history?: boolean;
  readonly all?: boolean;
  readonly skip?: readonly string[];
  readonly report?: string;
}

export function keyscanCommand(contextOf: ContextOf): Command {
  return new Command("keyscan")
    .description(
      "Finds API keys that were left in files, in Git's history or in logs. Looks only on this machine.",
    )
    .argument("[paths...]", "files and folders; - for standard input; default: the current folder")
    .option("--history", "look into everything that the Git repositories at the paths have ever held, too")
    .option("--all", "look into node_modules and .git as well")
    .option(
      "--skip <name>",
      "leave out files and folders of this name; repeat it for several",
      collectedOf(undefined),
    )
    .option("--report <url>", "report what is found to this server, which revokes it; asks first")
    .addHelpText(
      "after",
      "\nEnds with 0 when there is none, 1 when there is one, 2 when not everything could be looked at.",
    )
    .action(async (paths: string[], options: KeyscanOptions, command: Command) => {
      const context = contextOf(command);
      const url = options.report === undefined ? null : reportAddress(options.report);
      const tally = new Tally(context);
      const secrets = new Set<string>();
      await scan(context, tally, paths.length === 0 ? ["."] : paths, options, (secret) => {
        if (url !== null) secrets.add(secret);
      });
      await tally.end();
      context.result.exitCode = tally.found > 0 ? EXIT.failed : tally.hasMissed ? EXIT.usage : EXIT.ok;
      if (url !== null && secrets.size > 0) await reportKeys(context, url, secrets);
    });
}

async function scan(
  context: Context,
  tally: Tally,
  paths: readonly string[],
  { history, all = false, skip = [] }: KeyscanOptions,
  onSecret: (secret: string) => void,
): Promise<void> {
  const { stdin, signal, env } = context.io;
  const waiting: Finding[] = [];
  const listener = {
    found(finding: Finding, secret: string) {
      waiting.push(finding);
      onSecret(secret);
    },
    skipped: (path: string, why: string, isMissed?: boolean) => tally.skipped(path, why, isMissed),
    looked: (what: Parameters<Tally["looked"]>[0]) => tally.looked(what),
  };
  const scanFile = createFileScan(listener);
  for (const path of paths) {
    if (path === "-") {
      await scanChunks(
        stdin,
        new KeyFinder((key, secret) => listener.found({ ...key, path }, secret)),
        listener,
      );
      await tally.tell(waiting.splice(0));
      continue;
    }
    for (const file of filesBelow(path, listener, { all, skip })) {
      await scanFile(file);
      if (waiting.length > 0) await tally.tell(waiting.splice(0));
      if (tally.isTimeToBreathe()) await new Promise(setImmediate);
      signal.throwIfAborted();
    }
    if (!history) continue;
    await scanHistory(path, listener, { env, signal }).catch((error) => {
      signal.throwIfAborted();
      listener.skipped(path, `its history cannot be read (${reasonOf(error)})`, true);
    });
    await tally.tell(waiting.splice(0));
  }
}

/** Keys travel there in the clear otherwise. */
function reportAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isLocal = url !== null && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url?.protocol === "https:" || (url?.protocol === "http:" && isLocal)) return url;
  throw usageFailure("--report takes the https:// address of the server whose keys they are.");
}
