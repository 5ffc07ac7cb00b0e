import type { FastifyInstance } from "fastify";
import type { Deps } from "../../deps.ts";
import { appRouter } from "../../trpc/router.ts";
import { VERSION } from "../../version.ts";
import { openApiDocument } from "./openapi-document.ts";

/** `GET /api/v1/openapi.json`, made on the first request and kept: the procedures do not change while we run. */
export function serveOpenApi(app: FastifyInstance, deps: Deps): void {
  let body: string | null = null;
  app.get("/api/v1/openapi.json", (_request, reply) => {
    body ??= JSON.stringify(openApiDocument(appRouter, { publicUrl: deps.publicUrl(), version: VERSION }));
    return reply
      .header("content-type", "application/json; charset=utf-8")
      .header("cache-control", "public, max-age=60")
      .send(body);
  });
}
