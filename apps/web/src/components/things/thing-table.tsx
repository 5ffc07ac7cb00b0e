import type { ReactNode } from "react";
import { useRegisterActions } from "../../lib/actions.ts";
import type { PagedRows } from "../../lib/use-paged-rows.ts";
import type { Selecting } from "../../lib/use-row-selection.ts";
import { SelectBox } from "../ui/select-box.tsx";
import { HeadCell } from "../ui/table.tsx";
import { useRowGestures } from "../ui/use-row-gestures.ts";
import { type RowHeights, VirtualTable } from "../ui/virtual-table.tsx";

interface ThingTableProps<Row extends { id: string }> {
  /** What the rows are: "Items". */
  label: string;
  rows: PagedRows<Row>;
  selection: Selecting<Row>;
  heights: RowHeights;
  /** The head between the box that selects and the menu of actions. */
  head: ReactNode;
  /** The last column holds a button with words instead of a menu. */
  isActionWide?: boolean;
  /** Must stay the same while what it draws does, or scrolling draws every row anew. */
  renderRow: (row: Row, index: number) => ReactNode;
}

/** The table of a list that comes in pages, whose rows can be selected. */
export function ThingTable<Row extends { id: string }>(props: ThingTableProps<Row>) {
  const { rows, selection } = props;
  const gestures = useRowGestures({
    isSelecting: selection.isSelecting,
    onToggle: selection.toggle,
    onStretch: (index) => void selection.stretch(index),
  });
  useRegisterActions([
    {
      id: "rows.clear",
      label: "Clear the selection",
      section: "This page",
      isPaletteHidden: true,
      keys: "Escape",
      applies: () => selection.isSelecting,
      run: selection.clear,
    },
  ]);
  const { size } = selection.selected;
  const isAll = size > 0 && size >= rows.count;
  return (
    // It only hears what happens on the rows inside, which have boxes of their own.
    <div {...gestures} data-selecting={selection.isSelecting || undefined} className="group/rows">
      <VirtualTable
        label={props.label}
        count={rows.count}
        total={rows.total}
        heights={props.heights}
        rowAt={rows.rowAt}
        renderRow={props.renderRow}
        onSightChange={rows.show}
        onStretch={(from, to) => void selection.stretch(to, from)}
        isRefetching={rows.isRefetching}
        head={
          <>
            <HeadCell width={44}>
              <SelectBox
                label="Select all loaded"
                isChecked={isAll}
                isMixed={size > 0 && !isAll}
                onToggle={isAll ? selection.clear : selection.addLoaded}
              />
            </HeadCell>
            {props.head}
            <HeadCell width={props.isActionWide ? 104 : 48}>
              <span className="sr-only">Actions</span>
            </HeadCell>
          </>
        }
      />
    </div>
  );
}
