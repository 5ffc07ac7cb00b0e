const DAY_MS = 86_400_000;

/** When something that was deleted goes for good. */
export function goneOn(deleted_at: string, trashDays: number): string {
  return new Date(Date.parse(deleted_at) + trashDays * DAY_MS).toISOString();
}
