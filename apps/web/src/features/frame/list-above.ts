const LISTS = ["/items", "/bins", "/locations", "/triggers"] as const;

/**
 * The list that a screen of the inventory belongs to. One environment's things, and the filters that name them, mean
 * nothing in the other; null for screens that are at home in both.
 */
export function listAbove(pathname: string): (typeof LISTS)[number] | null {
  return LISTS.find((list) => pathname === list || pathname.startsWith(`${list}/`)) ?? null;
}
