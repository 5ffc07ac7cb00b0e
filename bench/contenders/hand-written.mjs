import Fastify from "fastify";
import { SCHEMAS } from "./ceiling-schemas.mjs";
import { openPool, rowsOf } from "./rows.mjs";
import { stage } from "./serve.mjs";

/** What is said to those who have no key. */
export const REFUSAL = JSON.stringify({ status: 401, code: "key_invalid" });

/**
 * The server that somebody writes by hand who wants nothing but speed: Fastify, raw statements, serializers compiled from
 * schemas. Whether a request may come in is up to the hook.
 * @param {(app: import("fastify").FastifyInstance) => void} authenticate  Adds the hook.
 */
export async function startHandWritten(authenticate) {
  const rows = rowsOf(openPool(stage.database_url), stage);
  const app = Fastify({ logger: false });
  authenticate(app);

  app.get(
    "/api/v1/bins",
    { schema: SCHEMAS.listBins },
    async (/** @type {any} */ request, /** @type {any} */ reply) => {
      const seen = request.headers["if-none-match"];
      if (seen !== undefined) {
        const etag = `W/"r${await rows.revision()}"`;
        if (seen === etag) return reply.code(304).header("etag", seen).send();
        reply.header("etag", etag);
      }
      return await rows.listBins(request.query.limit);
    },
  );

  app.get(
    "/api/v1/bins/:id",
    { schema: SCHEMAS.getBin },
    async (/** @type {any} */ request, /** @type {any} */ reply) => {
      return (await rows.getBin(request.params.id)) ?? refuseUnknown(reply);
    },
  );

  app.post(
    "/api/v1/bins",
    { schema: SCHEMAS.createBin },
    async (/** @type {any} */ request, /** @type {any} */ reply) => {
      const bin = await rows.createBin(request);
      return reply.code(201).header("location", `/api/v1/bins/${bin?.id}`).send(bin);
    },
  );

  app.post(
    "/api/v1/items/:id/adjust",
    { schema: SCHEMAS.adjustItem },
    async (/** @type {any} */ request, /** @type {any} */ reply) => {
      return (await rows.adjustItem(request.params.id, request)) ?? refuseUnknown(reply);
    },
  );

  await app.listen({ host: "127.0.0.1", port: Number(process.env.PORT ?? 0) });
  return app.server;
}

const refuseUnknown = (reply) => reply.code(404).send({ status: 404, code: "not_found" });
