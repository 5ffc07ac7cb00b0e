/** Words of other products for what is called otherwise here. */
const SYNONYMS: Record<string, string> = {
  permissions: "scopes",
  scope: "scopes",
  title: "name",
  label: "name",
  amount: "quantity",
  qty: "quantity",
  stock: "quantity",
  minimum: "min_quantity",
  parent: "parent_id",
  location: "location_id",
  bin: "bin_id",
  container_id: "bin_id",
  barcode: "barcodes",
  tag: "tags",
  expires: "expires_at",
  expiry: "expires_at",
  expires_in: "expires_at",
  query: "q",
  search: "q",
  page_size: "limit",
  per_page: "limit",
  offset: "cursor",
  page: "cursor",
};

/** The known field that an unknown one most likely meant, or null when none is near. */
export function nearestField(unknown: string, known: readonly string[]): string | null {
  const word = snakeCase(unknown);
  const synonym = SYNONYMS[word];
  if (synonym && known.includes(synonym)) return synonym;
  let best: string | null = null;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const field of known) {
    const distance = editDistance(word, field, bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [field, distance];
  }
  return best;
}

function snakeCase(word: string): string {
  return word.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
}

/** Levenshtein distance, or `limit` once it cannot be less. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? limit) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? limit) + 1, (next[j - 1] ?? limit) + 1));
    }
    row = next;
  }
  return Math.min(row[b.length] ?? limit, limit);
}
