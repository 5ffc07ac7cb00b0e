/** What may stand in a box for a quantity while it is typed: up to three decimals, with a comma or a point. */
export const QUANTITY_TYPED = /^\d*[.,]?\d{0,3}$/;

/** The number that was typed, or null for none. */
export function parseQuantity(text: string): number | null {
  const value = Number.parseFloat(text.replace(",", "."));
  return Number.isNaN(value) ? null : value;
}
