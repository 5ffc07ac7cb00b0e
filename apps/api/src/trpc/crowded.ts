/** Members that any object of an input may have: three times what the fullest one, custom fields, can hold. */
export const MEMBERS_MAX = 100;

/**
 * Whether an object within a value has more members than any has a use for. To check each of a million by a schema, and
 * to say what is wrong with it, would hold up everybody; to count them does not.
 */
export function isCrowded(value: unknown): boolean {
  const rest = [value];
  while (rest.length > 0) {
    const one = rest.pop();
    if (typeof one !== "object" || one === null) continue;
    const members: unknown[] = Array.isArray(one) ? one : Object.values(one);
    if (members !== one && members.length > MEMBERS_MAX) return true;
    for (const member of members) if (typeof member === "object" && member !== null) rest.push(member);
  }
  return false;
}
