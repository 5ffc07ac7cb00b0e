import type { Bin, UpdateBin } from "@stowage/contract/bins";
import { changedFrom } from "../../components/things/changed-from.ts";
import { type CustomRow, customFieldsOf, customRowsOf } from "../../components/things/custom-rows.ts";
import { splitList } from "../../lib/word-list.ts";

/** A bin as its form holds it. */
export interface BinValues {
  name: string;
  location_id: string | null;
  description: string;
  tags: string;
  color: string | null;
  icon: string;
  custom_fields: CustomRow[];
}

export function newBinValues(location_id: string | null): BinValues {
  return { name: "", location_id, description: "", tags: "", color: null, icon: "", custom_fields: [] };
}

export function binValuesOf(bin: Bin): BinValues {
  return {
    name: bin.name,
    location_id: bin.location_id,
    description: bin.description,
    tags: bin.tags.join(", "),
    color: bin.color,
    icon: bin.icon ?? "",
    custom_fields: customRowsOf(bin.custom_fields),
  };
}

export function binInputOf(values: BinValues) {
  return {
    name: values.name,
    location_id: values.location_id,
    description: values.description.trim(),
    tags: splitList(values.tags),
    color: values.color,
    icon: values.icon.trim() === "" ? null : values.icon.trim(),
    custom_fields: customFieldsOf(values.custom_fields),
  };
}

/** Only what the form changed, so that an overwrite takes back nothing else of somebody's work. */
export function binChangesOf(before: Bin, values: BinValues): Omit<UpdateBin, "id" | "if_version"> {
  return changedFrom(binInputOf(binValuesOf(before)), binInputOf(values));
}

/** Whether anything below "More fields" is filled in, so that it opens by itself. */
export function hasMoreBinValues({ color, icon, custom_fields }: BinValues): boolean {
  return color !== null || icon !== "" || custom_fields.length > 0;
}
