/** Rows that were chosen one by one, and the stretch that Shift last added to them. */
export interface RowSelection<Row> {
  readonly chosen: ReadonlyMap<string, Row>;
  /** Replaced as a whole by the next stretch from the same anchor, so that Shift can take back as well as add. */
  readonly stretch: ReadonlyMap<string, Row>;
  /** The position from which Shift counts. */
  readonly anchor: number | null;
}

interface Identified {
  readonly id: string;
}

export function emptySelection<Row>(): RowSelection<Row> {
  return { chosen: new Map(), stretch: new Map(), anchor: null };
}

/** All rows that are chosen, by id; the ones chosen first come first. */
export function selectedRows<Row>({ chosen, stretch }: RowSelection<Row>): ReadonlyMap<string, Row> {
  return stretch.size === 0 ? chosen : new Map([...chosen, ...stretch]);
}

/** One row more, or less. The next stretch begins here. */
export function toggleRow<Row extends Identified>(
  selection: RowSelection<Row>,
  row: Row,
  index: number,
): RowSelection<Row> {
  const chosen = new Map(selectedRows(selection));
  if (!chosen.delete(row.id)) chosen.set(row.id, row);
  return { chosen, stretch: new Map(), anchor: index };
}

/** The rows from the anchor to where the pointer or the focus is now; without an anchor, they begin one. */
export function stretchTo<Row extends Identified>(
  selection: RowSelection<Row>,
  rows: readonly Row[],
  index: number,
): RowSelection<Row> {
  return {
    chosen: selection.chosen,
    stretch: new Map(rows.map((row) => [row.id, row])),
    anchor: selection.anchor ?? index,
  };
}

/** These rows as well, as for "all". */
export function addRows<Row extends Identified>(
  selection: RowSelection<Row>,
  rows: readonly Row[],
): RowSelection<Row> {
  const chosen = new Map(selectedRows(selection));
  for (const row of rows) chosen.set(row.id, row);
  return { ...selection, chosen, stretch: new Map() };
}

/** Only those of the ids stay chosen, as after work that failed for some. */
export function keepRows<Row>(selection: RowSelection<Row>, ids: ReadonlySet<string>): RowSelection<Row> {
  const kept = [...selectedRows(selection)].filter(([id]) => ids.has(id));
  return { chosen: new Map(kept), stretch: new Map(), anchor: null };
}
