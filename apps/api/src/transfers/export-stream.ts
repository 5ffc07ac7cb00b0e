import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Db } from "@stowage/db/open-database";
import type { Transaction } from "@stowage/db/prepared";
import { sql } from "drizzle-orm";

/** A reader that takes nothing for so long is gone, and the connection goes to somebody else. */
const IDLE_READER_TIMEOUT = "60s";

interface ExportStream {
  db: Db;
  write: (tx: Transaction) => AsyncIterable<string>;
  /** Called once it has ended, in whatever way. */
  ended: () => void;
  failed: (error: unknown) => void;
}

/**
 * Everything that `write` reads, as of one moment, no faster than it is taken: the transaction ends with the reader. What
 * goes wrong on the way breaks the stream off, so that no part is taken for the whole.
 * @throws whatever keeps it from beginning
 */
export async function exportStream({ db, write, ended, failed }: ExportStream): Promise<Readable> {
  const out = new PassThrough();
  let begun = false;
  await new Promise<void>((resolve, reject) => {
    const work = db.transaction(
      async (tx) => {
        await tx.execute(sql.raw(`set local idle_in_transaction_session_timeout = '${IDLE_READER_TIMEOUT}'`));
        begun = true;
        resolve();
        await pipeline(write(tx), out);
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
    work
      .catch((error: unknown) => {
        if (!begun) return reject(error);
        if (!isHangUp(error)) failed(error);
        out.destroy(error instanceof Error ? error : undefined);
      })
      .finally(ended);
  });
  return out;
}

const isHangUp = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
