import { type Action, useRegisterActions } from "../../lib/actions.ts";
import type { PagedRows } from "../../lib/use-paged-rows.ts";
import type { Selecting } from "../../lib/use-row-selection.ts";
import { focusedThing } from "./thing-row.tsx";

/** Elsewhere on a page the same key may mean the page's own thing. */
const hasFocusedRow = () => focusedThing() !== null;

interface RowKey<Row> {
  id: string;
  label: string;
  keys: string;
  run: (row: Row) => void;
}

/** Keys that work on the row that has the focus: `x` selects it, and those that are given. */
export function useRowKeys<Row extends { id: string }>(
  rows: PagedRows<Row>,
  selection: Selecting<Row>,
  keys: readonly RowKey<Row>[],
): void {
  const common = { section: "This page", isPaletteHidden: true } as const;
  const onFocused = (run: (row: Row) => void) => () => {
    const focused = focusedThing();
    const row = focused && rows.rowAt(focused.index);
    if (row) run(row);
  };
  const select: Action = {
    ...common,
    id: "row.select",
    label: "Select the row (Shift and ↓ for more)",
    keys: "x",
    run: () => {
      const focused = focusedThing();
      if (focused) selection.toggle(focused.index);
    },
    applies: hasFocusedRow,
  };
  useRegisterActions([
    select,
    ...keys.map(
      ({ run, ...key }): Action => ({
        ...common,
        ...key,
        run: onFocused(run),
        applies: hasFocusedRow,
      }),
    ),
  ]);
}
