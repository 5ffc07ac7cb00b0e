/** A quantity as one types it, with a point or a comma; null for what is none, or nothing. */
export function parseQuantity(text: string): number | null {
  const typed = text.trim().replace(",", ".");
  if (!/^\d{0,11}(\.\d{0,3})?$/.test(typed)) return null;
  const quantity = Number.parseFloat(typed);
  return Number.isNaN(quantity) || quantity === 0 ? null : quantity;
}
