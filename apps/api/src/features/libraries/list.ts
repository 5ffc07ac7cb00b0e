import { LibraryPage, ListLibraries } from "@stowage/contract/locations";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listLibraries } from "./store.ts";

/** Lists the roots of the tree by name, with how much is in each; for a key that is bound to places, those places. */
export const list = scoped("locations:read")
  .meta(rest("GET /libraries", "List the libraries", { revision: true }))
  .input(ListLibraries)
  .output(LibraryPage)
  .query(({ ctx, input }) => listLibraries(ctx.db, ctx.reach, input));
