import { CreateBin, RemoveBin, RestoreBin, UpdateBin } from "@stowage/contract/bins";
import type { BulkBins } from "@stowage/contract/bulk";
import { z } from "zod";
import { createBin } from "../bins/create-bin.ts";
import { removeBin } from "../bins/remove-bin.ts";
import { restoreBin } from "../bins/restore-bin.ts";
import { updateBin } from "../bins/update-bin.ts";
import { fieldsBy } from "./bulk-fields.ts";
import type { BulkStep } from "./run-bulk.ts";

/** A bin is moved by its place alone; null is nowhere in particular. */
const MoveBin = z.strictObject({
  id: UpdateBin.shape.id,
  to_location_id: UpdateBin.shape.location_id.unwrap(),
  if_version: UpdateBin.shape.if_version,
});

const read = {
  create: fieldsBy(CreateBin),
  update: fieldsBy(UpdateBin),
  move: fieldsBy(MoveBin),
  delete: fieldsBy(RemoveBin),
  restore: fieldsBy(RestoreBin),
};

/** One operation on bins: its `data` by the rules of the single call, and what that does. @throws validation_failed, unknown_field */
export async function binStep(operation: BulkBins["operations"][number]): Promise<BulkStep> {
  switch (operation.op) {
    case "create": {
      const input = await read.create(operation.data);
      const needs = { locations: [input.location_id], labels: 1 };
      return { needs, run: async (begun) => ({ status: 201, data: await createBin(begun, input) }) };
    }
    case "update": {
      const input = await read.update(operation.data, { id: operation.id });
      const needs = { bins: [input.id], locations: [input.location_id] };
      return { needs, run: async (begun) => ({ status: 200, data: await updateBin(begun, input) }) };
    }
    case "move": {
      const { to_location_id, ...bin } = await read.move(operation.data, { id: operation.id });
      const input = { ...bin, location_id: to_location_id };
      const needs = { bins: [input.id], locations: [to_location_id] };
      return { needs, run: async (begun) => ({ status: 200, data: await updateBin(begun, input) }) };
    }
    case "delete": {
      const input = await read.delete(operation.data, { id: operation.id });
      const needs = { contents: [input.id] };
      return { needs, run: async (begun) => ({ status: 200, data: await removeBin(begun, input) }) };
    }
    case "restore": {
      const input = await read.restore(operation.data, { id: operation.id });
      const needs = { bins: [input.id] };
      return { needs, run: async (begun) => ({ status: 200, data: await restoreBin(begun, input) }) };
    }
  }
}
