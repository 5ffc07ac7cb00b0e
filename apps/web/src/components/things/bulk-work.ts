import type { BulkAnswer, BulkResult } from "@stowage/contract/bulk";
import { problemSentence } from "../../lib/problem.ts";

/** As many operations as one request takes. Not the contract's constant: its file would bring others along. */
export const BULK_CHUNK = 500;

/** The same change to many things. */
export interface BulkJob<Thing, Operation> {
  things: readonly Thing[];
  operation: (thing: Thing) => Operation;
  /** The fact once it is done: "12 items were moved." */
  done: (count: number) => string;
}

export interface BulkFailure<Thing> {
  thing: Thing;
  reason: string;
}

export interface BulkEnd<Thing> {
  succeeded: Thing[];
  failed: BulkFailure<Thing>[];
  /** By which it is undone. */
  event_seqs: number[];
}

/**
 * Does a job in requests of at most 500, one after the other. What is refused does not keep back the rest; when a whole
 * request fails, nothing more is sent and all that was left counts as failed.
 */
export async function runBulk<Thing, Operation>(
  { things, operation }: Pick<BulkJob<Thing, Operation>, "things" | "operation">,
  send: (operations: Operation[]) => Promise<BulkAnswer>,
  onProgress: (done: number) => void = () => {},
): Promise<BulkEnd<Thing>> {
  const end: BulkEnd<Thing> = { succeeded: [], failed: [], event_seqs: [] };
  for (let start = 0; start < things.length; start += BULK_CHUNK) {
    const chunk = things.slice(start, start + BULK_CHUNK);
    try {
      sortResults(chunk, (await send(chunk.map(operation))).data, end);
    } catch (error) {
      const reason = problemSentence(error);
      for (const thing of things.slice(start)) end.failed.push({ thing, reason });
      return end;
    }
    onProgress(start + chunk.length);
  }
  return end;
}

function sortResults<Thing>(
  chunk: readonly Thing[],
  results: readonly BulkResult[],
  end: BulkEnd<Thing>,
): void {
  const byIndex = new Map(results.map((result) => [result.index, result]));
  for (const [index, thing] of chunk.entries()) {
    const result = byIndex.get(index);
    if (result && result.status < 400) {
      end.succeeded.push(thing);
      end.event_seqs.push(...(result.event_seqs ?? []));
    } else {
      end.failed.push({ thing, reason: result?.error?.detail ?? "The server did not say why." });
    }
  }
}
