import { Organization, OrganizationRef } from "@stowage/contract/organizations";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { getOrganization, organizationOf } from "./store.ts";

/**
 * One organization of the caller, with its settings.
 * @throws not_found
 */
export const get = scoped("organizations:read")
  .meta(rest("GET /organizations/{id}", "Get an organization"))
  .input(OrganizationRef)
  .output(Organization)
  .query(async ({ ctx, input }) => organizationOf(await getOrganization(ctx.db, ctx.caller, input.id)));
