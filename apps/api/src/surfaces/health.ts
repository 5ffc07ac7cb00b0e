import { sql } from "drizzle-orm";
import type { FastifyInstance } from "fastify";
import type { Deps } from "../deps.ts";
import { unavailable } from "../problems.ts";

/** `/healthz`: this process lives. `/readyz`: the database answers and its migrations are done (they run first). */
export function registerHealth(app: FastifyInstance, { database }: Deps): void {
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
    return { status: "ready", database: database.kind };
  });
}
