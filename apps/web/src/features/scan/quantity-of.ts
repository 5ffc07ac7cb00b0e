import { QUANTITY_MAX } from "@stowage/contract/limits";

/** A quantity as people type it, with a comma or a point; null when it is none. */
export function quantityOf(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  if (!/^\d+(?:\.\d{1,3})?$/.test(plain)) return null;
  const value = Number(plain);
  return value <= QUANTITY_MAX ? value : null;
}
