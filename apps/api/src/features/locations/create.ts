import { WORKSPACE_LOCATIONS_MAX } from "@stowage/contract/limits";
import { CreateLocation, Location } from "@stowage/contract/locations";
import { newId } from "@stowage/db/new-id";
import { locations } from "@stowage/db/schema/inventory";
import { requirePlace } from "../../bounds/within.ts";
import { instantNow } from "../../deps.ts";
import { recordEvent } from "../../events.ts";
import { limitReached } from "../../problems.ts";
import type { ScopedContext } from "../../trpc/context.ts";
import { scoped } from "../../trpc/procedures.ts";
import { rest } from "../../trpc/rest-meta.ts";
import { onUniqueViolation } from "../../writes/unique-violation.ts";
import { checkDepth, siblingNameTaken } from "./policy.ts";
import { countLocations, keepLocation, locationColumns, lockTree } from "./store.ts";

/**
 * Creates a place: a library when it has no parent, otherwise inside another place.
 * @throws not_found  the parent is not in the caller's workspace or bounds
 * @throws validation_failed  a bounded key names no parent
 * @throws conflict  a sibling has the name
 * @throws limit_reached  2,000 places, or 7 levels
 */
export const create = scoped("locations:write")
  .meta(rest("POST /locations", "Create a location", { status: 201 }))
  .input(CreateLocation)
  .output(Location)
  .mutation(({ ctx, input }) =>
    onUniqueViolation({ locations_sibling_name: siblingNameTaken(input.name) }, () =>
      createLocation(ctx, input),
    ),
  );

function createLocation(ctx: ScopedContext, input: CreateLocation): Promise<Location> {
  const { workspace_id, reach } = ctx;
  requirePlace(reach, input.parent_id, "/parent_id");
  return ctx.db.transaction(async (tx) => {
    await lockTree(tx, workspace_id);
    const parent = input.parent_id === null ? null : await keepLocation(tx, { reach, id: input.parent_id });
    checkDepth(parent, 1);
    if ((await countLocations(tx, workspace_id)) >= WORKSPACE_LOCATIONS_MAX)
      throw limitReached(`A workspace holds at most ${WORKSPACE_LOCATIONS_MAX} places.`);
    const id = newId("location");
    const at = instantNow(ctx.deps);
    const path = [...(parent?.path ?? []), id];
    const [location] = await tx
      .insert(locations)
      .values({ ...input, id, workspace_id, path, depth: path.length, created_at: at, updated_at: at })
      .returning(locationColumns);
    if (!location) throw new Error("an insert returns its row");
    await recordEvent(tx, ctx, {
      type: "location.created",
      subject_id: id,
      subject_name: input.name,
      data: input,
    });
    return location;
  });
}
