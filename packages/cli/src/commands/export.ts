import { randomBytes } from "node:crypto";
import { existsSync, renameSync, rmSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Command, Option } from "commander";
import type { Context } from "../context.ts";
import { Failure } from "../failure.ts";
import { fileWriter } from "../io.ts";
import { bytesText, ProgressBar } from "../output/progress-bar.ts";
import type { ContextOf } from "./operation-group.ts";

interface ExportOptions {
  readonly format?: "ndjson" | "csv";
  readonly type?: string;
}

export function exportCommand(contextOf: ContextOf): Command {
  return new Command("export")
    .description("Writes the whole inventory to a file, or to standard output.")
    .argument("[file]", "where to; without it, or with -, standard output")
    .addOption(
      new Option(
        "--format <choice>",
        "ndjson holds everything, csv the rows of one kind; default: by the file's name",
      ).choices(["ndjson", "csv"]),
    )
    .addOption(
      new Option("--type <choice>", "the rows of a csv").choices([
        "items",
        "bins",
        "locations",
        "tasks",
        "projects",
      ]),
    )
    .action(async (file: string | undefined, { format, type }: ExportOptions, command: Command) => {
      const context = contextOf(command);
      const isCsv =
        format === "csv" || (format === undefined && (type !== undefined || file?.endsWith(".csv")));
      const query = { format: isCsv ? "csv" : "ndjson", ...(type !== undefined && { type }) };
      const { api } = await context.signedIn();
      const isFile = file !== undefined && file !== "-";
      if (isFile && existsSync(file)) await context.confirm(`Replace ${file}?`);
      const { body } = await api.file(
        { method: "GET", path: "/export", query },
        { signal: context.io.signal },
      );
      if (isFile) await saveWhole(context, body, file, { isCounted: !isCsv });
      else await copyTo(context, body, fileWriter(context.io.stdout), { isCounted: !isCsv });
    });
}

/** The file has its name only once it is whole: what breaks off leaves nothing behind. */
async function saveWhole(
  context: Context,
  body: AsyncIterable<Uint8Array>,
  file: string,
  options: { isCounted: boolean },
): Promise<void> {
  // A name that nobody can have put a link at, and bytes that nobody else can read.
  const part = `${file}.${randomBytes(6).toString("hex")}.part`;
  const opened = await open(part, "wx", 0o600);
  let handle: FileHandle | undefined = opened;
  try {
    const total = await copyTo(context, body, async (bytes) => void (await opened.writeFile(bytes)), options);
    await opened.sync();
    await opened.close();
    handle = undefined;
    renameSync(part, file);
    await context.say(`${bytesText(total)} in ${file}.`);
  } catch (error) {
    await handle?.close();
    rmSync(part, { force: true });
    throw error;
  }
}

/**
 * @returns how many bytes
 * @throws Failure  it ends without the line that counts the others
 */
async function copyTo(
  context: Context,
  body: AsyncIterable<Uint8Array>,
  take: (bytes: Uint8Array) => Promise<void>,
  { isCounted }: { isCounted: boolean },
): Promise<number> {
  const progress = new ProgressBar(context, (done) => `${bytesText(done)} exported`);
  let total = 0;
  let lines = 0;
  let tail = Buffer.alloc(0);
  try {
    for await (const bytes of body) {
      await take(bytes);
      total += bytes.length;
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines++;
      tail = Buffer.concat([tail, bytes]).subarray(-TAIL_BYTES);
      progress.draw(total);
    }
  } catch (cause) {
    if (context.io.signal.aborted) throw cause;
    throw cutOff(cause);
  } finally {
    progress.end();
  }
  const [, counted] = COUNT_LINE.exec(tail.toString("latin1")) ?? [];
  if (isCounted && Number(counted) !== lines - 1) throw cutOff();
  return total;
}

const TAIL_BYTES = 80;
const COUNT_LINE = /\{"type":"end","count":(\d+)\}\n$/;

const cutOff = (cause?: unknown) =>
  new Failure("The export broke off; what there is of it is not whole.", {
    code: "connection_failed",
    exitCode: 5,
    ...(cause instanceof Error && { remedy: "Try again." }),
  });
