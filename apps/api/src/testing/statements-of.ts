import type { Database } from "@stowage/db/open-database";
import { driverOf } from "@stowage/db/prepared";
import { quick } from "@stowage/db/quick";

export interface SentStatement {
  text: string;
  params: readonly unknown[];
  /** Whether it went by the connections for quick reads. */
  isQuick: boolean;
}

/** The statements that a server sends meanwhile, by whichever connections, without those of a transaction. */
export async function statementsOf(
  { db }: Database,
  work: () => Promise<unknown>,
): Promise<readonly SentStatement[]> {
  const sent: SentStatement[] = [];
  const overhear = (driver: ReturnType<typeof driverOf>, isQuick: boolean) => {
    const send = driver.unsafe;
    driver.unsafe = ((...args: Parameters<typeof send>) => {
      sent.push({ text: args[0], params: args[1] ?? [], isQuick });
      return send(...args);
    }) as typeof send; // the same function, overheard
    return () => {
      driver.unsafe = send;
    };
  };
  const endings = [overhear(driverOf(db), false), overhear(driverOf(quick(db)), true)];
  try {
    await work();
  } finally {
    for (const end of endings) end();
  }
  return sent;
}
