import { ListOrganizations, OrganizationPage } from "@stowage/contract/organizations";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { listOrganizations } from "./store.ts";

/** The organizations of the person, by name; for a key, the one it belongs to. */
export const list = scoped("organizations:read")
  .meta(rest("GET /organizations", "List organizations"))
  .input(ListOrganizations)
  .output(OrganizationPage)
  .query(({ ctx, input }) => listOrganizations(ctx.db, ctx.caller, input));
