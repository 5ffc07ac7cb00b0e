import type { BulkItems } from "@stowage/contract/bulk";
import {
  AdjustItem,
  CreateItem,
  type Item,
  MoveItem,
  RemoveItem,
  RestoreItem,
  UpdateItem,
} from "@stowage/contract/items";
import { conflict, ProblemError } from "../../problems.ts";
import { adjustItem } from "../items/adjust-item.ts";
import { createItem } from "../items/create-item.ts";
import { moveItem } from "../items/move-item.ts";
import { removeItem } from "../items/remove-item.ts";
import { restoreItem } from "../items/restore-item.ts";
import { updateItem } from "../items/update-item.ts";
import type { Writing } from "../writing.ts";
import { fieldsBy } from "./bulk-fields.ts";
import type { Needs } from "./read-ahead.ts";
import type { BulkStep } from "./run-bulk.ts";

type Operation = BulkItems["operations"][number];
type Upsert = Extract<Operation, { op: "upsert" }>;

const read = {
  create: fieldsBy(CreateItem),
  update: fieldsBy(UpdateItem),
  delete: fieldsBy(RemoveItem),
  adjust: fieldsBy(AdjustItem),
  move: fieldsBy(MoveItem),
  restore: fieldsBy(RestoreItem),
};

/** One operation on items: its `data` by the rules of the single call, and what that does. @throws validation_failed, unknown_field */
export async function itemStep(operation: Operation): Promise<BulkStep> {
  switch (operation.op) {
    case "create": {
      const input = await read.create(operation.data);
      return { needs: needsOf(input), run: async (begun) => created(await createItem(begun, input)) };
    }
    case "update": {
      const input = await read.update(operation.data, { id: operation.id });
      const needs = { ...needsOf(input), items: [input.id] };
      return { needs, run: async (begun) => changed(await updateItem(begun, input)) };
    }
    case "adjust": {
      const input = await read.adjust(operation.data, { id: operation.id });
      return { needs: { items: [input.id] }, run: async (begun) => changed(await adjustItem(begun, input)) };
    }
    case "move": {
      const input = await read.move(operation.data, { id: operation.id });
      const needs = { items: [input.id], bins: [input.to_bin_id], locations: [input.to_location_id] };
      return { needs, run: async (begun) => changed(await moveItem(begun, input)) };
    }
    case "delete": {
      const input = await read.delete(operation.data, { id: operation.id });
      return { needs: { items: [input.id] }, run: async (begun) => changed(await removeItem(begun, input)) };
    }
    case "restore": {
      const input = await read.restore(operation.data, { id: operation.id });
      return { needs: { items: [input.id] }, run: async (begun) => changed(await restoreItem(begun, input)) };
    }
    case "upsert":
      return upsertStep(operation);
  }
}

const created = (data: Record<string, unknown>) => ({ status: 201, data }) as const;
const changed = (data: Record<string, unknown>) => ({ status: 200, data }) as const;

const needsOf = ({ bin_id, location_id, external_id }: Partial<CreateItem>): Needs => ({
  bins: [bin_id],
  locations: [location_id],
  external_ids: [external_id],
});

/** Changes the item that has the external id, or creates one; which of the two shows when its turn has come. */
async function upsertStep({ external_id, data }: Upsert): Promise<BulkStep> {
  // Each field is the same in both, so what is wrong in the one is wrong in the other.
  const { id: _, if_version, ...patch } = await read.update(data, { external_id, id: "unknown" });
  return {
    needs: needsOf(patch),
    async run(begun) {
      const held = await heldItem(begun, external_id);
      if (held) return changed(await updateItem(begun, { ...patch, id: held.id, if_version }));
      if (if_version !== undefined) throw noVersion(external_id);
      return created(await createItem(begun, await read.create(withoutVersion(data), { external_id })));
    },
  };
}

/** @throws conflict  an item has it that the caller cannot reach */
async function heldItem(begun: Writing, external_id: string): Promise<Item | null> {
  const holder = await begun.externalIds.holder(external_id);
  if (holder === null) return null;
  const item = await begun.items.get(holder);
  if (!item) throw conflict(`There is already an item with the external id ${external_id}.`);
  return item;
}

function withoutVersion({ if_version: _, ...fields }: Record<string, unknown>): Record<string, unknown> {
  return fields;
}

const noVersion = (external_id: string) =>
  new ProblemError("version_mismatch", `There is no item with the external id ${external_id} yet.`);
