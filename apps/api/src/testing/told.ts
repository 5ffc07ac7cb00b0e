import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { TestServer } from "./test-server.ts";

type Queue = "events" | "deliveries";

/** Resolves once triggers and people have been told of all that is committed; no webhook need have arrived. */
export const allTold = (server: Pick<TestServer, "database">): Promise<void> =>
  queuesEmpty(server, ["events"]);

/** Resolves once nothing is left to follow: no delivery waits, and no task that a trigger made is news to another. */
export const allDelivered = (server: Pick<TestServer, "database">): Promise<void> =>
  queuesEmpty(server, ["events", "deliveries"]);

async function queuesEmpty(
  { database: { db } }: Pick<TestServer, "database">,
  queues: Queue[],
): Promise<void> {
  const jobsLeft = async () => {
    const [row] = await db.execute<{ jobs: number }>(
      sql`select count(*)::int as jobs from pgboss.job where name in ${queues}`,
    );
    return row?.jobs;
  };
  await expect.poll(jobsLeft, { interval: 10, timeout: 20_000 }).toBe(0);
}
