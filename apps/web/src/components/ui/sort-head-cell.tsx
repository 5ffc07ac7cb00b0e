import { ArrowDown, ArrowUp } from "lucide-react";
import { cx } from "../../lib/class-names.ts";
import { HeadCell } from "./table.tsx";

interface SortHeadCellProps<Sort extends string> {
  label: string;
  /** What the first press sorts by, and what the next one turns it to. */
  first: Sort;
  second: Sort;
  sort: Sort;
  onSortChange: (sort: Sort) => void;
  align?: "start" | "end";
  width?: number;
  className?: string;
}

/** The head of a column that one can sort by. */
export function SortHeadCell<Sort extends string>(props: SortHeadCellProps<Sort>) {
  const { first, second, sort } = props;
  const isActive = sort === first || sort === second;
  const isDescending = sort.startsWith("-");
  const Arrow = isDescending ? ArrowDown : ArrowUp;
  return (
    <HeadCell
      align={props.align ?? "start"}
      sort={isActive ? (isDescending ? "descending" : "ascending") : "none"}
      {...(props.width !== undefined && { width: props.width })}
      {...(props.className && { className: props.className })}
    >
      <button
        type="button"
        onClick={() => props.onSortChange(sort === first ? second : first)}
        className={cx(
          "-mx-1 inline-flex h-7 items-center gap-1 rounded px-1 hover:text-ink",
          isActive && "text-ink",
        )}
      >
        {props.label}
        <Arrow aria-hidden className={cx("size-3", !isActive && "invisible")} />
      </button>
    </HeadCell>
  );
}
