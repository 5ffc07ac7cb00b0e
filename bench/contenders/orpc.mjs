// oRPC as its documentation has it: procedures with Zod schemas in and out behind `OpenAPIHandler` on Node's own HTTP
// server. A middleware looks the key up by its SHA-256. The rows come from the same statements as the ceiling's.
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { OpenAPIHandler } from "@orpc/openapi/node";
import { ORPCError, os } from "@orpc/server";
import { z } from "zod";
import { bearerOf, hashOf, makeOwnKeys } from "./own-keys.mjs";
import { openPool, rowsOf } from "./rows.mjs";
import { isReady, portOf, stage } from "./serve.mjs";
import { shapesOf } from "./shapes.mjs";

const sql = openPool(stage.database_url);
const tokens = await makeOwnKeys(sql, "bench_orpc", stage.user_id);
const rows = rowsOf(sql, stage);
const { Bin, BinPage, AdjustedItem, ListBins, GetBin, CreateBin, AdjustItem } = shapesOf(z.string());

/** @typedef {{ headers: import("node:http").IncomingHttpHeaders, ip: string | undefined }} Context */

const base = /** @type {typeof os.$context<Context>} */ (os.$context)();

const keyed = base.use(async ({ context, next }) => {
  const token = bearerOf(context.headers.authorization);
  if (token === null) throw new ORPCError("UNAUTHORIZED");
  const [key] = await sql`select id, user_id from bench_orpc.api_keys where key_hash = ${hashOf(token)}`;
  if (!key) throw new ORPCError("UNAUTHORIZED");
  return next({ context: { key } });
});

const router = {
  bins: {
    list: keyed
      .route({ method: "GET", path: "/bins" })
      .input(ListBins)
      .output(BinPage)
      .handler(async ({ input }) => await rows.listBins(input.limit)),
    get: keyed
      .route({ method: "GET", path: "/bins/{id}" })
      .input(GetBin)
      .output(Bin)
      .handler(async ({ input }) => found(await rows.getBin(input.id))),
    create: keyed
      .route({ method: "POST", path: "/bins", successStatus: 201 })
      .input(CreateBin)
      .output(Bin)
      .handler(async ({ input, context }) => found(await rows.createBin(asked(context, input)))),
  },
  items: {
    adjust: keyed
      .route({ method: "POST", path: "/items/{id}/adjust" })
      .input(AdjustItem)
      .output(AdjustedItem)
      .handler(async ({ input, context }) => found(await rows.adjustItem(input.id, asked(context, input)))),
  },
};

const handler = new OpenAPIHandler(router);
const server = createServer(async (request, response) => {
  const { matched } = await handler.handle(request, response, {
    prefix: "/api/v1",
    context: { headers: request.headers, ip: request.socket.remoteAddress },
  });
  if (matched) return;
  response.statusCode = 404;
  response.end("No procedure matched");
});
server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => isReady({ port: portOf(server), tokens }));

/** @param {Context} context */
function asked({ ip }, body) {
  return { ip, id: randomUUID(), body };
}

/** @returns {any} A row; its shape is checked on the way out. */
function found(row) {
  if (!row) throw new ORPCError("NOT_FOUND");
  return row;
}
