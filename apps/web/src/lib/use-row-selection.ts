import { useState } from "react";
import {
  addRows,
  emptySelection,
  keepRows,
  type RowSelection,
  selectedRows,
  stretchTo,
  toggleRow,
} from "./row-selection.ts";
import { showProblem } from "./toasts.ts";
import type { PagedRows } from "./use-paged-rows.ts";

/** As many rows as are chosen at once: ten requests of a bulk. */
export const SELECT_ALL_MAX = 5_000;

/** The selection of a list, as its rows and its bar use it. */
export interface Selecting<Row> {
  selected: ReadonlyMap<string, Row>;
  /** Rows are being chosen by tapping them, as on a phone. */
  isSelecting: boolean;
  startSelecting: () => void;
  toggle: (index: number) => void;
  /** To this row from where the selection began, or from `from` when nothing has. */
  stretch: (index: number, from?: number) => Promise<void>;
  addLoaded: () => void;
  /** All rows of the list, the first {@link SELECT_ALL_MAX} of a longer one. */
  addAll: () => Promise<void>;
  /** The rows of `addAll` are on their way. */
  isAddingAll: boolean;
  clear: () => void;
  /** Only these stay, as after work that failed for some. */
  keep: (kept: readonly { id: string }[]) => void;
}

/** Which rows of a list are chosen. Another list, told by its `key`, begins with none. */
export function useRowSelection<Row extends { id: string }>(
  rows: Pick<PagedRows<Row>, "rowAt" | "between" | "loaded" | "firstRows">,
  key: string,
): Selecting<Row> {
  const [state, setState] = useState({ key, selection: emptySelection<Row>() });
  const [isSelecting, setIsSelecting] = useState(false);
  const [isAddingAll, setIsAddingAll] = useState(false);
  if (state.key !== key) setState({ key, selection: emptySelection<Row>() });
  const change = (next: (before: RowSelection<Row>) => RowSelection<Row>) =>
    setState((before) => ({ ...before, selection: next(before.selection) }));
  const selected = selectedRows(state.selection);
  return {
    selected,
    isSelecting: isSelecting || selected.size > 0,
    startSelecting: () => setIsSelecting(true),
    toggle: (index) => {
      const row = rows.rowAt(index);
      if (row) change((before) => toggleRow(before, row, index));
    },
    stretch: async (index, from = index) => {
      const anchor = state.selection.anchor ?? from;
      const between = await rows.between(anchor, index);
      change((before) => stretchTo({ ...before, anchor }, between, anchor));
    },
    addLoaded: () => change((before) => addRows(before, rows.loaded())),
    isAddingAll,
    addAll: async () => {
      setIsAddingAll(true);
      try {
        const all = await rows.firstRows(SELECT_ALL_MAX);
        // Meanwhile the reader may have turned to another list.
        setState((now) => (now.key === key ? { ...now, selection: addRows(now.selection, all) } : now));
      } catch (error) {
        showProblem("Not all of them could be selected.", error);
      } finally {
        setIsAddingAll(false);
      }
    },
    clear: () => {
      setIsSelecting(false);
      change(() => emptySelection());
    },
    keep: (kept) => {
      if (kept.length === 0) setIsSelecting(false);
      change((before) => keepRows(before, new Set(kept.map(({ id }) => id))));
    },
  };
}
