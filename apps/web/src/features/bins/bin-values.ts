import type { Bin, UpdateBin } from "@stowage/contract/bins";
import { splitList } from "../items/item-values.ts";

/** A bin as its form holds it. */
export interface BinValues {
  name: string;
  location_id: string | null;
  description: string;
  tags: string;
}

export function newBinValues(location_id: string | null): BinValues {
  return { name: "", location_id, description: "", tags: "" };
}

export function binValuesOf(bin: Bin): BinValues {
  return {
    name: bin.name,
    location_id: bin.location_id,
    description: bin.description,
    tags: bin.tags.join(", "),
  };
}

export function binInputOf(values: BinValues) {
  return {
    name: values.name,
    location_id: values.location_id,
    description: values.description.trim(),
    tags: splitList(values.tags),
  };
}

/** Only what the form changed, so that an overwrite takes back nothing else of somebody's work. */
export function binChangesOf(before: Bin, values: BinValues): Omit<UpdateBin, "id" | "if_version"> {
  const old = binInputOf(binValuesOf(before));
  return Object.fromEntries(
    Object.entries(binInputOf(values)).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(old[field as keyof typeof old]), // a key of the same shape
    ),
  );
}
