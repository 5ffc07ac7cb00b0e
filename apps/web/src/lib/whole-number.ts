/** What is wrong with a number that has to be whole and within bounds, or nothing. */
export function wholeNumber(value: number | null, min: number, max: number): string | undefined {
  if (value !== null && Number.isInteger(value) && value >= min && value <= max) return undefined;
  return `Enter a whole number from ${min} to ${max.toLocaleString("en")}.`;
}
