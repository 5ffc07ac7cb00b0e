/** Tags to add and to take away, as one types them into a dialog for many things. */
export interface TagChange {
  add: readonly string[];
  remove: readonly string[];
}

/** A thing's tags after the change, or null when it stays as it is. */
export function changedTags(tags: readonly string[], { add, remove }: TagChange): string[] | null {
  const after = [...new Set([...tags.filter((tag) => !remove.includes(tag)), ...add])];
  const isSame = after.length === tags.length && after.every((tag, index) => tag === tags[index]);
  return isSame ? null : after;
}

/** As many tags as the server takes. */
export const TAGS_MAX = 20;
