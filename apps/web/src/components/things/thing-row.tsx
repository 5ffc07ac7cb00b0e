import type { ReactNode } from "react";
import { cx } from "../../lib/class-names.ts";
import { SelectBox } from "../ui/select-box.tsx";
import { Cell, Row } from "../ui/table.tsx";

/** In pixels; on a phone two lines. */
export const THING_ROW_HEIGHTS = { desk: 41, phone: 68 };

interface ThingRowProps {
  thing: { id: string; name: string };
  index: number;
  isSelected: boolean;
  children: ReactNode;
}

/**
 * A row that can be selected: its box, and the cells of what it is about. While rows are being chosen the box shows on a
 * phone too; the table says so in `data-selecting`, so that the first choice need not draw every row anew.
 */
export function ThingRow({ thing, index, isSelected, children }: ThingRowProps) {
  return (
    <Row
      data-thing-id={thing.id}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={cx(
        "h-[41px] max-sm:h-[68px] max-sm:content-center max-sm:py-0 max-sm:group-data-selecting/rows:pl-12",
        isSelected && "bg-accent-soft hover:bg-accent-soft focus-visible:bg-accent-soft",
      )}
    >
      <Cell
        phone="hidden"
        // Within the room at the left edge that the row leaves for it.
        className="max-sm:group-data-selecting/rows:block max-sm:absolute max-sm:top-1/2 max-sm:-left-8 max-sm:-translate-y-1/2"
      >
        <SelectBox label={`Select ${thing.name}`} isChecked={isSelected} />
      </Cell>
      {children}
    </Row>
  );
}

/** The thing of the row that has the focus, or holds it. */
export function focusedThing(): { id: string; index: number } | null {
  const row = document.activeElement?.closest<HTMLElement>("[data-thing-id]");
  const { thingId, index } = row?.dataset ?? {};
  return thingId === undefined ? null : { id: thingId, index: Number(index) };
}
