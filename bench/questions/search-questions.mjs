import { bestHit, findsNothing, hasMembers, hitsAre } from "./checks.mjs";

/**
 * The search, as people type, and the summary.
 * @param {import("./stage.mjs").Stage} stage
 * @param {import("./views.mjs").View} view
 * @returns {import("./questions.mjs").Asked[]}
 */
export function searchQuestions(stage, view) {
  const { items, bins, places } = view;
  const named = items[7];
  const [barcode] = items.find((item) => item.barcodes.length > 0).barcodes;
  const bin = bins[bins.length - 1];
  const place = places.find(({ kind }) => kind === "shelf");
  const words = (name) => name.toLowerCase();
  return [
    [search(named.name), bestHit(({ name, score }) => name === named.name && score === 1)],
    [
      search(named.name.slice(0, 6)),
      bestHit(({ name }) => words(name).startsWith(words(named.name.slice(0, 6)))),
    ],
    [search("knipex"), hitsAre(({ name }) => words(name).includes("knipex"))],
    [search("kn"), hitsAre(({ name }) => /\bkn/i.test(name))],
    [search("kinpex"), hitsAre(({ name }) => words(name).includes("knipex"))],
    [search("stahlwile"), hitsAre(({ name }) => words(name).includes("stahlwille"))],
    [search("brass knipex"), hitsAre(({ name }) => /(?=.*brass).*knipex/i.test(name))],
    [search("summer course"), hitsAre(({ type }) => type === "item")],
    [search(bin.code), bestHit(({ id, score }) => id === bin.id && score === 1)],
    [search(barcode), bestHit(({ type, score }) => type === "item" && score === 1)],
    [search("stock-000042"), view.isWhole ? bestHit(({ score }) => score === 1) : () => null],
    [search(place.name), bestHit(({ id }) => id === place.id)],
    [
      `${search("knipex")}&limit=50&type=item`,
      hitsAre(({ type, place: where }) => type === "item" && where !== ""),
    ],
    [search("qzxwvk"), findsNothing],
    ["/summary", hasMembers(summaryOf(stage, view))],
  ];
}

const search = (q) => `/search?q=${encodeURIComponent(q)}`;

function summaryOf({ tasks, today }, { isWhole, items, bins, places }) {
  const day = (later) => new Date(today + later * 86_400_000).toISOString().slice(0, 10);
  const expiring = items.map(({ expires_on }) => expires_on).filter((expires_on) => expires_on !== null);
  const open = tasks.filter(({ status }) => ["open", "in_progress"].includes(status));
  return {
    locations: places.length,
    bins: bins.length,
    items: items.length,
    quantity: items.reduce((sum, { quantity }) => sum + quantity, 0),
    low_stock: items.filter(({ is_low }) => is_low).length,
    expiring_7d: expiring.filter((expires_on) => expires_on >= day(0) && expires_on <= day(7)).length,
    expired: expiring.filter((expires_on) => expires_on < day(0)).length,
    ...(isWhole && {
      open_tasks: open.length,
      overdue_tasks: open.filter(({ due_on }) => due_on !== null && due_on < day(0)).length,
    }),
  };
}
