import { cx } from "../../lib/class-names.ts";

const BAR = 3;
const GAP = 1;
const HEIGHT = 20;
/** What a bar without a value keeps, so that the days between can be counted. */
const STUB = 1;

interface SparklineProps {
  /** One bar each, in order. */
  values: readonly number[];
  /** The same as a sentence: it is all that a screen reader hears. */
  label: string;
  className?: string;
}

/** A few dozen numbers as one small picture. */
export function Sparkline({ values, label, className }: SparklineProps) {
  const highest = Math.max(...values, 1);
  const width = values.length * (BAR + GAP) - GAP;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      className={cx("h-5 w-24 shrink-0", className)}
    >
      <title>{label}</title>
      {values.map((value, position) => {
        const height = value === 0 ? STUB : Math.max((value / highest) * HEIGHT, 2 * STUB);
        return (
          <rect
            key={position}
            x={position * (BAR + GAP)}
            y={HEIGHT - height}
            width={BAR}
            height={height}
            className={value === 0 ? "fill-line-strong" : "fill-accent-ink"}
          />
        );
      })}
    </svg>
  );
}
