/** Moves the focus by so many rows of the screen, from the focused one or into the first; stays at the ends. */
export function focusRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("main [data-row]")].filter(
    (row) => row.getClientRects().length > 0,
  );
  const current = rows.findIndex((row) => row.contains(document.activeElement));
  const next = current === -1 ? 0 : Math.min(Math.max(current + step, 0), rows.length - 1);
  const row = rows[next];
  row?.focus();
  row?.scrollIntoView({ block: "nearest" });
}

/** Puts the cursor into the screen's search box and answers whether there is one. */
export function focusSearch(): boolean {
  const input = document.querySelector<HTMLInputElement>("main [data-search]");
  input?.focus();
  input?.select();
  return input !== null;
}
