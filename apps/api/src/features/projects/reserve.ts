import { Reservation, ReserveItem } from "@stowage/contract/projects";
import { reserveItem } from "../../inventory/projects/reserve-item.ts";
import { writing } from "../../inventory/writing.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";

/**
 * Sets how much of an item a project needs in all, what it used up included; sending it again replaces the number. More
 * than there is is allowed, and said as `shortage`.
 * @throws not_found  project or item
 * @throws conflict  the project is done or cancelled, or has used up more than that
 * @throws limit_reached  1,000 things a project
 */
export const reserve = scoped("projects:write")
  .meta(rest("POST /projects/{id}/reservations", "Reserve stock for a project"))
  .input(ReserveItem)
  .output(Reservation)
  .mutation(({ ctx, input }) => writing(ctx, (begun) => reserveItem(begun, input)));
