/** A camera sees one label in many pictures. */
const GONE_MS_MIN = 2_000;

/**
 * Lets each code through once for as long as it stays in sight: again only after it was gone for two seconds. That is
 * for cameras; whoever pulls a trigger twice means it twice.
 */
export class RepeatGuard {
  readonly #seenAt = new Map<string, number>();

  isNew(code: string, at: number): boolean {
    for (const [seen, last] of this.#seenAt) if (at - last >= GONE_MS_MIN) this.#seenAt.delete(seen);
    const isNew = !this.#seenAt.has(code);
    this.#seenAt.set(code, at);
    return isNew;
  }
}
