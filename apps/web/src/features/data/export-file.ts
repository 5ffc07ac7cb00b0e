import { NotDone } from "../../lib/problem.ts";
import { callRest } from "../../lib/rest.ts";

/** A file as it arrived. */
export interface ExportedFile {
  name: string;
  blob: Blob;
  /** Lines before the last one; null for a CSV, which does not count itself. */
  count: number | null;
}

interface ExportRequest {
  /** `format=…&type=…`. */
  query: string;
  onBytes: (bytes: number) => void;
  signal: AbortSignal;
}

/**
 * Fetches an export and makes sure that it is all there.
 * @throws RestError  refused, or not reached
 * @throws NotDone  it was cut off on the way
 */
export async function fetchExport({ query, onBytes, signal }: ExportRequest): Promise<ExportedFile> {
  const answer = await callRest("GET", `export?${query}`, { signal });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    const reader = answer.body?.getReader();
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      parts.push(next.value);
      bytes += next.value.byteLength;
      onBytes(bytes);
    }
  } catch {
    throw new NotDone("The file was cut off on its way. Nothing was saved; try again.");
  }
  const blob = new Blob(parts, { type: answer.headers.get("content-type") ?? "application/octet-stream" });
  const name = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "")?.[1];
  const isLines = query.includes("format=ndjson");
  return { name: name ?? "stowage-export", blob, count: isLines ? await countedLines(blob) : null };
}

/** Longest that the last line can be. */
const LAST_LINE_BYTES = 100;
const LINE_BREAK = 10;

/** @throws NotDone  the count in the last line is not that of the lines before it */
async function countedLines(blob: Blob): Promise<number> {
  const tail = (await blob.slice(-LAST_LINE_BYTES).text()).trimEnd().split("\n").at(-1) ?? "";
  const counted = /^\{"type":"end","count":(\d+)\}$/.exec(tail)?.[1];
  const breaks = await lineBreaksIn(blob);
  if (counted !== undefined && Number(counted) === breaks - 1) return Number(counted);
  throw new NotDone(
    "The file does not end as it should: part of it is missing. Nothing was saved; try again.",
  );
}

async function lineBreaksIn(blob: Blob): Promise<number> {
  let found = 0;
  for (const byte of new Uint8Array(await blob.arrayBuffer())) if (byte === LINE_BREAK) found++;
  return found;
}
