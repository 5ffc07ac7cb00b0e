/** What the program ends with; docs/command-line.md tells them to users. */
export const EXIT = {
  ok: 0,
  /** The server said no, or nothing was found. */
  failed: 1,
  usage: 2,
  /** Not signed in, or not allowed to. */
  refused: 3,
  rateLimited: 4,
  /** Nobody answered, or the server failed. */
  unreachable: 5,
  interrupted: 130,
} as const;

/** What the program ends with for an answer of this status; null for no answer at all. */
export function exitCodeOf(status: number | null): number {
  if (status === null || status >= 500) return EXIT.unreachable;
  if (status === 401 || status === 403) return EXIT.refused;
  return status === 429 ? EXIT.rateLimited : EXIT.failed;
}
