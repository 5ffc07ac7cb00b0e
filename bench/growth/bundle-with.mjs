import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundleServer } from "../../apps/api/build/bundle-server.mjs";

/** What the server tells whoever started it, once it has read its router. */
const TELL = "process.send?.({ procedures: Object.keys(appRouter._def.procedures).length });";

/** Procedures as `GET /bins/{id}` is, beside its own route and at nouns of their own, in turn. */
const MORE = (count) => `
import { BinView, GetBin } from "@stowage/contract/bins";
import { getBin } from "../features/bins/store.ts";
import { scoped } from "./procedures.ts";
import { rest } from "./rest-meta.ts";
const more = {};
for (let n = Object.keys(realRouter._def.procedures).length; n < ${count}; n++)
  more["more" + n] = scoped("bins:read")
    .meta(rest("GET " + (n % 2 ? "/bins/{id}/more-" + n : "/more-" + n + "/{id}"), "One more"))
    .input(GetBin)
    .output(BinView)
    .query(({ ctx, input }) => getBin(ctx.db, { reach: ctx.reach, id: input.id }));
export const appRouter = router({
  ...realRouter._def.record,
  bins: router({ ...binsRouter._def.record, ...more }),
});`;

/**
 * Bundles the server as the API's own build does, but with another number of procedures in its router: the bins' alone,
 * all that there are, or so many.
 * @param {number | "all"} size
 * @param {string} outdir  Below the API's folder, where its native dependencies are found.
 * @returns {Promise<string>} the program
 */
export async function bundleWith(size, outdir) {
  await bundleServer(outdir, { plugins: [routerOf(size)] });
  return join(outdir, "main.js");
}

function routerOf(size) {
  return {
    name: "router-of",
    setup(building) {
      building.onLoad({ filter: /[\\/]src[\\/]trpc[\\/]router\.ts$/ }, ({ path }) => ({
        contents: `${withProcedures(readFileSync(path, "utf8"), size)}\n${TELL}`,
        loader: "ts",
      }));
    },
  };
}

function withProcedures(source, size) {
  const whole = /export const appRouter = router\(\{[\s\S]*?\n\}\);/;
  if (!whole.test(source)) throw new Error("The router is not written as it was: see bundle-with.mjs.");
  if (size === "all") return source;
  if (size === 10) return source.replace(whole, "export const appRouter = router({ bins: binsRouter });");
  return (
    source.replace(whole, (text) => text.replace("export const appRouter", "const realRouter")) + MORE(size)
  );
}
