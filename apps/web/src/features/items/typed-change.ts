/** What somebody types into the box of a stepper: a count, or with a sign what comes or goes. */
export type TypedChange = { count: number } | { delta: number };

/** What may stand in the box while it is typed. */
export const CHANGE_TYPED = /^[+\-−]?\d*[.,]?\d{0,3}$/;

/** Reads `12`, `12,5`, `+3`, `-2`; null while there is no number. */
export function typedChange(text: string): TypedChange | null {
  const plain = text.trim().replace("−", "-").replace(",", ".");
  const value = Number.parseFloat(plain);
  if (Number.isNaN(value)) return null;
  return /^[+-]/.test(plain) ? { delta: value } : { count: value };
}
