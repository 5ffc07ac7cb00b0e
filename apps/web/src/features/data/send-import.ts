import { callRest } from "../../lib/rest.ts";
import type { ChosenFile } from "./chosen-file.ts";
import type { ImportOnRecord } from "./import-words.ts";

/** Asks what a file would do. Nothing is kept. @throws RestError  refused as a whole, or not reached */
export async function checkFile(file: ChosenFile): Promise<ImportOnRecord> {
  return send(file, { dry_run: "true" });
}

/**
 * Begins to bring in a file, to be followed by its id.
 * @param idempotencyKey makes sure that a file that has to be sent again comes in once
 * @throws RestError  refused as a whole, or not reached
 */
export async function beginImport(file: ChosenFile, idempotencyKey: string): Promise<ImportOnRecord> {
  return send(file, { wait: "false" }, idempotencyKey);
}

async function send(
  { name, content }: ChosenFile,
  how: Record<string, string>,
  idempotencyKey?: string,
): Promise<ImportOnRecord> {
  const query = new URLSearchParams({ ...how, filename: name });
  const answer = await callRest("POST", `import?${query}`, {
    file: content,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  });
  return answer.json();
}
