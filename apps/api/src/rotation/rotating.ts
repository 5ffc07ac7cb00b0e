/** The times of a key's latest rotation; all null when there was none, or it was cancelled. */
export interface RotationTimes {
  rotation_started_at: string | null;
  /** Null while the new secret waits for its first use. */
  rotation_ends_at: string | null;
}

/** Whether an old secret still works beside the new one at `nowMs`. */
export function isRotating({ rotation_started_at, rotation_ends_at }: RotationTimes, nowMs: number): boolean {
  return rotation_started_at !== null && (rotation_ends_at === null || Date.parse(rotation_ends_at) > nowMs);
}

/** Whether the new secret of a rotation waits for its first use. */
export function isPending({ rotation_started_at, rotation_ends_at }: RotationTimes): boolean {
  return rotation_started_at !== null && rotation_ends_at === null;
}

/** When a grace that begins at `nowMs` is over: never past the key's own end. */
export function graceEnd(nowMs: number, graceSeconds: number, expires_at: string | null): string {
  const end = nowMs + graceSeconds * 1_000;
  return new Date(expires_at === null ? end : Math.min(end, Date.parse(expires_at))).toISOString();
}
