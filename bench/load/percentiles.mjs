/**
 * The times within which a share of all answers came, by nearest rank.
 * @param {number[]} times
 */
export function percentiles(times) {
  const sorted = Float64Array.from(times).sort();
  const at = (share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { p50_ms: at(0.5), p99_ms: at(0.99), max_ms: at(1) };
}

/** The middle one, or the mean of the two in the middle. @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const half = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = sorted.slice(half - 1, half + 1);
  if (sorted.length % 2 === 1) return sorted[half] ?? Number.NaN;
  return (low + high) / 2;
}
