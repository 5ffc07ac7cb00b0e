/** The fields of `after` that say something else than `before`. */
export function changedFrom<Input extends object>(before: Input, after: Input): Partial<Input> {
  const old = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(old.get(field)),
  );
  return Object.fromEntries(changed) as Partial<Input>; // some of its own entries
}
