import { type LabelSheet, labelsPerPage } from "@stowage/contract/label-sheets";
import { cx } from "../../lib/class-names.ts";

interface SheetPreviewProps {
  sheet: LabelSheet;
  skip: number;
  count: number;
  onSkip: (skip: number) => void;
}

/** The first page in its proportions: what is used, what is printed, what stays free. The field above says the same. */
export function SheetPreview({ sheet, skip, count, onSkip }: SheetPreviewProps) {
  const { page, label, first, pitch, columns } = sheet;
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${page.width} ${page.height}`}
      className="mx-auto max-h-80 w-full rounded border border-line bg-page"
    >
      {Array.from({ length: labelsPerPage(sheet) }, (_, slot) => {
        const [x, y] = [first.x + (slot % columns) * pitch.x, first.y + Math.floor(slot / columns) * pitch.y];
        const isPrinted = slot >= skip && slot < skip + count;
        const side = Math.min(label.height, label.width) * 0.7;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a shorter way for the mouse; the field does the same
          <g key={`${x} ${y}`} onClick={() => onSkip(slot)} className="cursor-pointer">
            <rect
              x={x}
              y={y}
              width={label.width}
              height={label.height}
              rx={1.5}
              strokeWidth={0.5}
              className={cx(
                "stroke-line-strong",
                isPrinted ? "fill-accent-soft" : slot < skip ? "fill-pressed" : "fill-surface",
              )}
            />
            {isPrinted ? (
              <rect
                x={x + label.height * 0.15}
                y={y + (label.height - side) / 2}
                width={side}
                height={side}
                className="fill-accent-ink"
              />
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
