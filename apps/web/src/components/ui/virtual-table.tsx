import {
  type FocusEvent,
  type KeyboardEvent,
  memo,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from "react";
import { useRegisterActions } from "../../lib/actions.ts";
import { useIsPhone } from "../../lib/use-is-phone.ts";
import { RefetchLine } from "./refetch-line.tsx";
import { Skeleton } from "./skeleton.tsx";
import { Cell, Row, TableHead } from "./table.tsx";
import { useWindowRows } from "./use-window-rows.ts";

/** Rows drawn beyond the edge of the window, for a wheel that is faster than the drawing. */
const OVERSCAN = 8;
/** What sticks over the rows at the top and the bottom, in pixels: the head; the bars of a phone and of a selection. */
const COVERED = { top: 40, bottom: 130 };

/** Heights in pixels; every row has the same. */
export interface RowHeights {
  desk: number;
  phone: number;
}

interface VirtualTableProps<Row> {
  /** What the rows are: "Items". */
  label: string;
  /** The cells of the head. */
  head: ReactNode;
  /** Rows that can be scrolled to. */
  count: number;
  /** All rows there are, when known. */
  total?: number | undefined;
  heights: RowHeights;
  /** Undefined while the row is on its way. */
  rowAt: (index: number) => Row | undefined;
  /** The cells and attributes of one row, as a {@link VirtualRow}. */
  renderRow: (row: Row, index: number) => ReactNode;
  /** Called with the first and last row in sight. */
  onSightChange: (first: number, last: number) => void;
  /** Shift with an arrow: the focus moved, and the selection with it. Left out where nothing is selected. */
  onStretch?: (from: number, to: number) => void;
  isRefetching?: boolean;
}

/**
 * A table that draws only the rows in sight, however many there are, and scrolls with the window. `j`, `k`, the arrows,
 * Page Up and Down, Home and End move the focus; End goes to the last row that is known, from which the next ones load.
 */
export function VirtualTable<RowShape>(props: VirtualTableProps<RowShape>) {
  const { count, heights, rowAt, onSightChange } = props;
  const isPhone = useIsPhone();
  const height = isPhone ? heights.phone : heights.desk;
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = useWindowRows({ body, count, height, overscan: OVERSCAN, covered: COVERED });
  const { first, last } = rows;
  useEffect(() => onSightChange(first, last), [onSightChange, first, last]);
  const { move, onKeyDown, onFocus } = useRowKeys({
    body,
    count,
    screenful: Math.max(1, Math.floor(window.innerHeight / height) - 3),
    scrollTo: rows.scrollTo,
    ...(props.onStretch && { onStretch: props.onStretch }),
  });
  useRowActions(move);

  return (
    // Rows come and go above the window: the browser must not scroll along with them.
    <div className="relative overflow-clip rounded-lg border border-line bg-surface shadow-raised [overflow-anchor:none]">
      <RefetchLine isActive={props.isRefetching ?? false} />
      <table
        // biome-ignore lint/a11y/noRedundantRoles: `display: block` on phones takes the native role away
        role="table"
        aria-label={props.label}
        aria-rowcount={(props.total ?? count) + 1}
        aria-busy={props.isRefetching || undefined}
        className="w-full table-fixed border-collapse text-ui max-sm:block"
      >
        <TableHead isSticky>{props.head}</TableHead>
        <tbody
          ref={body}
          // biome-ignore lint/a11y/noRedundantRoles: see above
          role="rowgroup"
          className="max-sm:block"
          onKeyDown={onKeyDown}
          onFocus={onFocus}
        >
          <Spacer height={rows.above} />
          {Array.from({ length: last - first + 1 }, (_, position) => {
            const index = first + position;
            const row = rowAt(index);
            return row === undefined ? (
              <WaitingRow key={index} index={index} height={height} />
            ) : (
              props.renderRow(row, index)
            );
          })}
          <Spacer height={rows.below} />
        </tbody>
      </table>
    </div>
  );
}

interface RowKeysOptions {
  body: RefObject<HTMLElement | null>;
  count: number;
  /** Rows that Page Up and Down move by. */
  screenful: number;
  scrollTo: (index: number) => void;
  onStretch?: (from: number, to: number) => void;
}

/** Moves the focus among rows of which most are not drawn: the one moved to is scrolled to, and takes it once drawn. */
function useRowKeys({ body, count, screenful, scrollTo, onStretch }: RowKeysOptions) {
  const current = useRef<number | null>(null);
  const awaited = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (awaited.current === null) return;
    const row = body.current?.querySelector<HTMLElement>(`[data-index="${awaited.current}"]`);
    if (!row) return;
    awaited.current = null;
    row.focus({ preventScroll: true });
  });

  function moveTo(index: number): void {
    const next = Math.min(Math.max(index, 0), count - 1);
    if (next < 0) return;
    current.current = next;
    awaited.current = next;
    scrollTo(next);
    const row = body.current?.querySelector<HTMLElement>(`[data-index="${next}"]`);
    if (!row) return;
    awaited.current = null;
    row.focus({ preventScroll: true });
  }
  const move = (step: number) => moveTo(current.current === null ? 0 : current.current + step);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { target } = event;
    if (!(target instanceof HTMLElement) || !target.matches("[data-row]") || current.current === null) return;
    const from = current.current;
    const to: Record<string, number> = {
      ArrowDown: from + 1,
      ArrowUp: from - 1,
      PageDown: from + screenful,
      PageUp: from - screenful,
      Home: 0,
      End: count - 1,
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    moveTo(next);
    if (event.shiftKey) onStretch?.(from, current.current);
  }

  function onFocus(event: FocusEvent<HTMLElement>): void {
    const index = event.target.closest<HTMLElement>("[data-index]")?.dataset.index;
    if (index !== undefined) current.current = Number(index);
  }
  return { move, onKeyDown, onFocus };
}

/** The frame's `j` and `k` for rows that are not all there. */
function useRowActions(move: (step: number) => void): void {
  const common = { section: "This page", isPaletteHidden: true } as const;
  useRegisterActions([
    { ...common, id: "rows.next", label: "Next row", keys: "j", run: () => move(1) },
    { ...common, id: "rows.previous", label: "Previous row", keys: "k", run: () => move(-1) },
  ]);
}

/** What holds the place of the rows that are not drawn. */
function Spacer({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className="max-sm:block" style={{ height }}>
      <td className="max-sm:hidden" />
    </tr>
  );
}

const WaitingRow = memo(function WaitingRow({ index, height }: { index: number; height: number }) {
  return (
    <Row data-index={index} aria-rowindex={index + 2} style={{ height }}>
      <Cell phone="title" colSpan={20}>
        <span className="sr-only">Loading</span>
        <Skeleton className="w-2/5" />
      </Cell>
    </Row>
  );
});
