import type { PgDialect } from "drizzle-orm/pg-core";
import { PostgresJsSession, PostgresJsTransaction } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import type { Db } from "./open-database.ts";
import { driverOf, type Transaction } from "./prepared.ts";

/**
 * A transaction that is steered by hand. Its statements reach PostgreSQL in the order in which they are sent, so one need
 * not wait for the answer to the one before. Whoever begins it ends it, by `commit` or `rollback`.
 */
export interface OpenTransaction {
  readonly tx: Transaction;
  /** Sets a mark, without waiting. @returns the way to take back what was sent since, and all later marks */
  mark(): () => Promise<unknown>;
  /**
   * Call it once every statement is answered.
   * @throws Error  a statement had failed, and nothing was kept; or whatever the database says
   */
  commit(): Promise<void>;
  /** Takes back everything, unless it has ended. A connection that is lost has done so already. */
  rollback(): Promise<void>;
}

/** Takes a connection and sends BEGIN on it, without waiting for the answer: what follows is sent right behind it. */
export async function beginTransaction(db: Db): Promise<OpenTransaction> {
  const connection = await driverOf(db).reserve();
  const send = (statement: string) => {
    const answer = connection.unsafe(statement).execute();
    answer.catch(() => {}); // whoever needs it awaits it; BEGIN's failure is that of every statement behind it
    return answer;
  };
  send("begin");
  let marks = 0;
  let hasEnded = false;
  return {
    tx: transactionOn(db, connection),
    mark() {
      const name = `mark_${++marks}`;
      send(`savepoint ${name}`);
      return () => send(`rollback to savepoint ${name}`);
    },
    async commit() {
      hasEnded = true;
      try {
        const { command } = await send("commit");
        if (command !== "COMMIT") throw new Error("the transaction had failed and was taken back");
      } finally {
        connection.release();
      }
    },
    async rollback() {
      if (hasEnded) return; // the connection is somebody else's by now
      hasEnded = true;
      await send("rollback").catch(() => {});
      connection.release();
    },
  };
}

/** Drizzle's own way to a transaction sends BEGIN and COMMIT itself, and waits for each. */
function transactionOn(db: Db, connection: Sql): Transaction {
  const { dialect } = db as unknown as { dialect: PgDialect }; // Drizzle keeps it to itself
  // A connection of its own differs from a transaction's in the savepoints alone, which are sent above.
  const session = new PostgresJsSession(connection, dialect, undefined, {});
  return new PostgresJsTransaction(dialect, session as never, undefined) as unknown as Transaction;
}
