import { sql } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import type { Deps } from "../deps.ts";
import { unavailable } from "../problems.ts";

/**
 * `/healthz`: this process lives. `/readyz`: the database answers and its migrations are done (they run first). It also
 * tells whether rate limits are counted with the other servers; a server that counts alone is ready all the same.
 */
export function registerHealth(app: FastifyInstance, { database, rateLimits }: Deps): void {
  app.get("/healthz", { logLevel: "warn" }, (_request, reply) => {
    reply.header("cache-control", "no-store");
    return { status: "ok" };
  });
  app.get("/readyz", { logLevel: "warn" }, async (_request, reply) => {
    reply.header("cache-control", "no-store");
    try {
      await database.db.execute(sql`select 1`);
    } catch (cause) {
      throw unavailable(cause);
    }
    return { status: "ready", database: database.kind, rate_limits: rateLimits.sharing };
  });
}
