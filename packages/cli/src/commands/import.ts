import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Api } from "@stowage/client/api";
import { Command, Option } from "commander";
import type { Context } from "../context.ts";
import { EXIT } from "../exit-codes.ts";
import { Failure, usageFailure } from "../failure.ts";
import { told } from "../output/printable.ts";
import { ProgressBar } from "../output/progress-bar.ts";
import type { ContextOf } from "./operation-group.ts";

/** An import, as far as it is told here. */
interface Import {
  readonly id: string | null;
  readonly status: string;
  readonly dry_run: boolean;
  readonly rows_total: number;
  readonly rows_done: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly errors_total: number;
  readonly errors: readonly { line: number; column: string | null; code: string; message: string }[];
}

const MEDIA = { csv: "text/csv", ndjson: "application/x-ndjson" } as const;
type Format = keyof typeof MEDIA;

/** The server looks a large file through before it answers. */
const UPLOAD_MS = 600_000;
const POLL_SECONDS = 0.4;

interface ImportOptions {
  readonly dryRun?: boolean;
  readonly format?: Format;
}

export function importCommand(contextOf: ContextOf): Command {
  return new Command("import")
    .description("Brings in a file: all of it or, if one row is wrong, nothing.")
    .argument("<file>", "CSV or NDJSON; - for standard input")
    .option("--dry-run", "check every row, and write nothing")
    .addOption(new Option("--format <choice>", "default: by the file's name").choices(Object.keys(MEDIA)))
    .action(async (file: string, options: ImportOptions, command: Command) => {
      const context = contextOf(command);
      const type = MEDIA[options.format ?? formatOf(file)];
      const content = file === "-" ? await buffer(context.io.stdin) : contentOf(file);
      const { api } = await context.signedIn();
      const query = {
        ...(options.dryRun ? { dry_run: true } : { wait: false }),
        ...(file !== "-" && { filename: basename(file).slice(0, 200) }),
      };
      const begun = await api.json<Import>(
        {
          method: "POST",
          path: "/import",
          query,
          upload: { content: new Uint8Array(content), type },
          isRepeatable: true,
        },
        { signal: context.io.signal, timeoutMs: UPLOAD_MS },
      );
      await tell(context, await ended(context, api, begun));
    });
}

function formatOf(file: string): Format {
  if (/\.csv$/i.test(file)) return "csv";
  if (/\.(ndjson|jsonl)$/i.test(file)) return "ndjson";
  throw usageFailure("The file's name does not say what is in it.", "Add --format csv or --format ndjson.");
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw usageFailure(`The file ${file} cannot be read.`);
  }
}

async function ended(context: Context, api: Api, begun: Import): Promise<Import> {
  const progress = new ProgressBar(context, (done, total) => `${done} of ${total} rows`);
  const { signal } = context.io;
  let current = begun;
  try {
    while (current.id !== null && (current.status === "pending" || current.status === "running")) {
      progress.draw(current.rows_done, current.rows_total);
      await context.io.wait(POLL_SECONDS, signal);
      current = await api.json<Import>({ method: "GET", path: `/imports/${current.id}` }, { signal });
    }
    return current;
  } finally {
    progress.end();
  }
}

async function tell(context: Context, done: Import): Promise<void> {
  if (context.form !== "table") await context.printJson(done);
  else await context.print(summaryOf(done));
  if (done.errors_total === 0 && done.status !== "failed") return;
  if (context.form === "table") {
    for (const { line, column, message } of done.errors)
      await context.print(told`line ${line}${column === null ? "" : `, ${column}`}: ${message}\n`);
    const more = done.errors_total - done.errors.length;
    if (more > 0) await context.print(told`and ${more} more\n`);
  }
  throw new Failure(
    done.errors_total === 0
      ? "The import failed."
      : told`Faults in the file: ${done.errors_total}. Nothing of it was written.`,
    { code: "validation_failed", exitCode: EXIT.failed },
  );
}

function summaryOf({ dry_run, rows_total, created, updated, unchanged }: Import): string {
  const would = dry_run ? "would be " : "";
  return told`${rows_total} rows: ${created} ${would}created, ${updated} ${would}updated, ${unchanged} unchanged\n`;
}
