import type { TransferFormat } from "@stowage/contract/imports";
import { IMPORT_BYTES_MAX } from "@stowage/contract/limits";
import { formatBytes } from "../../lib/format.ts";
import { NotDone } from "../../lib/problem.ts";

/** A file as it was when it was chosen: what is imported is what was checked. */
export interface ChosenFile {
  name: string;
  format: TransferFormat;
  content: Blob;
}

const MEDIA_TYPES: Record<TransferFormat, string> = { csv: "text/csv", ndjson: "application/x-ndjson" };
/** What the file picker offers; others can be chosen still. */
export const ACCEPTED = ".csv,.tsv,.txt,.ndjson,.jsonl,text/csv,application/x-ndjson";

/** The longest name that the server keeps. */
const NAME_LENGTH_MAX = 200;
const FIRST_BYTES = 512;

/**
 * Takes a file in, with its format told by its name and its first bytes.
 * @throws NotDone  the server would refuse it as a whole
 */
export async function takeFile(file: File): Promise<ChosenFile> {
  if (file.size === 0) throw new NotDone(`${file.name} is empty. Choose a file that has rows.`);
  if (file.size > IMPORT_BYTES_MAX)
    throw new NotDone(
      `${file.name} has ${formatBytes(file.size)}, and a file may have ${formatBytes(IMPORT_BYTES_MAX)}. Split it.`,
    );
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null)
    throw new NotDone(`${file.name} could not be read. If it changed meanwhile, choose it again.`);
  const format = formatOf(file.name, new Uint8Array(bytes, 0, Math.min(FIRST_BYTES, bytes.byteLength)));
  return {
    name: file.name.slice(0, NAME_LENGTH_MAX),
    format,
    content: new Blob([bytes], { type: MEDIA_TYPES[format] }),
  };
}

/** @throws NotDone  it is no text, and how to make it one */
function formatOf(name: string, first: Uint8Array): TransferFormat {
  const start = String.fromCharCode(...first);
  if (start.startsWith("PK\u0003\u0004"))
    throw new NotDone(`${name} is a workbook. Save the sheet as “CSV UTF-8” first, and choose that file.`);
  if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff"))
    throw new NotDone(`${name} is UTF-16 text. Save it as “CSV UTF-8” first, and choose that file.`);
  if (start.includes("\u0000"))
    throw new NotDone(`${name} is not a text file. Choose a CSV, or an export of Stowage's.`);
  const text = start.replace(/^\u00ef\u00bb\u00bf/, "").trimStart();
  return text.startsWith("{") || /\.(ndjson|jsonl)$/i.test(name) ? "ndjson" : "csv";
}
