// The usual way to build such an app with tRPC, as the documentation of its parts has it: Express with tRPC's adapter and
// trpc-to-openapi's, Zod in and out, and Drizzle. A key is looked up by its SHA-256 and its last use written down, once for
// each request.
import { initTRPC, TRPCError } from "@trpc/server";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import express from "express";
import { createOpenApiExpressMiddleware } from "trpc-to-openapi";
import { z } from "zod";
import { bearerOf, hashOf, makeOwnKeys } from "./own-keys.mjs";
import { isReady, portOf, stage } from "./serve.mjs";
import { shapesOf } from "./shapes.mjs";
import { adjustItem, client, createBin, getBin, listBins, useKey } from "./typical-trpc-store.mjs";

const tokens = await makeOwnKeys(client, "bench_typical", stage.user_id);
const { Bin, BinPage, AdjustedItem, ListBins, GetBin, CreateBin, AdjustItem } = shapesOf(z.date());

/** @param {import("@trpc/server/adapters/express").CreateExpressContextOptions} call */
async function createContext({ req }) {
  const token = bearerOf(req.headers.authorization);
  return { key: token === null ? null : await useKey(hashOf(token)), ip: req.ip };
}

const withContext = /** @type {typeof initTRPC.context<typeof createContext>} */ (initTRPC.context)();
const t = /** @type {typeof withContext.meta<import("trpc-to-openapi").OpenApiMeta>} */ (
  withContext.meta
)().create();

const keyed = t.procedure.use(({ ctx, next }) => {
  if (!ctx.key) throw new TRPCError({ code: "UNAUTHORIZED", message: "Unknown key" });
  return next({ ctx: { key: ctx.key } });
});

const router = t.router({
  bins: t.router({
    list: keyed
      .meta({ openapi: { method: "GET", path: "/bins", protect: true } })
      .input(ListBins)
      .output(BinPage)
      .query(async ({ input }) => await listBins(input.limit)),
    get: keyed
      .meta({ openapi: { method: "GET", path: "/bins/{id}", protect: true } })
      .input(GetBin)
      .output(Bin)
      .query(async ({ input }) => found(await getBin(input.id))),
    create: keyed
      .meta({ openapi: { method: "POST", path: "/bins", protect: true } })
      .input(CreateBin)
      .output(Bin)
      .mutation(async ({ input, ctx }) => found(await createBin(input, ctx.ip))),
  }),
  items: t.router({
    adjust: keyed
      .meta({ openapi: { method: "POST", path: "/items/{id}/adjust", protect: true } })
      .input(AdjustItem)
      .output(AdjustedItem)
      .mutation(async ({ input, ctx }) => found(await adjustItem(input, ctx.ip))),
  }),
});

const app = express();
app.disable("x-powered-by");
app.use("/trpc", createExpressMiddleware({ router, createContext }));
app.use(
  "/api/v1",
  createOpenApiExpressMiddleware({
    router,
    createContext,
    responseMeta: ({ paths, errors }) =>
      paths?.[0] === "bins.create" && errors.length === 0 ? { status: 201 } : {},
  }),
);
const server = app.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () =>
  isReady({ port: portOf(server), tokens }),
);

/** @returns {any} A row; its shape is checked on the way out. */
function found(row) {
  if (!row) throw new TRPCError({ code: "NOT_FOUND", message: "Not found" });
  return row;
}
