/** Look-ups that are worth a button, by what they are about; anything of the sample event works. */
export function lookUpsFor(globs: readonly string[], families: readonly string[]): string[] {
  const isLow = globs.some((glob) => ["item.low_stock", "item.restocked", "item.*", "*"].includes(glob));
  const isExpiring = globs.some((glob) =>
    ["item.expiring", "api_key.expiring", "item.*", "*"].includes(glob),
  );
  return [
    families.some((family) => NAMED.includes(family)) ? "subject.name" : "event.subject_name",
    ...(isLow ? ["data.missing"] : []),
    ...(isExpiring ? ["data.days_left"] : []),
    ...(families.includes("item") ? ["subject.quantity", "subject.unit"] : []),
    ...(families.includes("task") ? ["subject.title"] : []),
    "event.type",
    "event.actor_name",
  ];
}

const NAMED = ["item", "bin", "location", "project"];

/** A text with a look-up in place of what is selected, and where the cursor then stands. */
export function withLookUp(
  text: string,
  path: string,
  start: number,
  end: number,
): { text: string; cursor: number } {
  const inserted = `{{${path}}}`;
  return { text: text.slice(0, start) + inserted + text.slice(end), cursor: start + inserted.length };
}
