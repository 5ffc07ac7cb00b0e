import { Disclosure } from "../../components/ui/disclosure.tsx";
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from "../../components/ui/table.tsx";
import { cx } from "../../lib/class-names.ts";
import { formatNumber } from "../../lib/format.ts";
import { barTotal, scaleTop, type UsageBar } from "./usage-bars.ts";

const WIDTH = 720;
const HEIGHT = 140;

const OUTCOMES = [
  { name: "succeeded", label: "Answered", fill: "fill-accent-ink", ground: "bg-accent-ink" },
  { name: "refused", label: "Refused", fill: "fill-warn-ink", ground: "bg-warn-ink" },
  { name: "failed", label: "Failed", fill: "fill-danger-ink", ground: "bg-danger-ink" },
] as const;

interface OutcomeChartProps {
  bars: readonly UsageBar[];
  /** What the picture shows, as a sentence. */
  label: string;
}

/** Calls over time by how they ended: stacked bars, and the same numbers as a table. */
export function OutcomeChart({ bars, label }: OutcomeChartProps) {
  const top = scaleTop(bars);
  const slot = WIDTH / bars.length;
  return (
    <figure>
      <div className="flex gap-2">
        <div
          aria-hidden
          className="flex shrink-0 flex-col justify-between text-right text-2xs text-faint tabular-nums"
        >
          <span>{formatNumber(top)}</span>
          <span>0</span>
        </div>
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-36 w-full min-w-0 border-y border-line"
        >
          {bars.map((bar, position) => (
            <StackedBar key={bar.day} bar={bar} x={position * slot} width={slot} unit={HEIGHT / top} />
          ))}
        </svg>
      </div>
      <div aria-hidden className="mt-1 flex justify-between pl-6 text-2xs text-faint">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </div>
      <figcaption className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">
        {OUTCOMES.map((outcome) => (
          <span key={outcome.name} className="inline-flex items-center gap-1.5">
            <span aria-hidden className={cx("size-2.5 rounded-sm", outcome.ground)} />
            {outcome.label}
          </span>
        ))}
      </figcaption>
      <Disclosure label="As a table">
        <UsageTable bars={bars} />
      </Disclosure>
    </figure>
  );
}

interface StackedBarProps {
  bar: UsageBar;
  x: number;
  width: number;
  /** Height of one call. */
  unit: number;
}

/** What went wrong stands at the bottom, where bars are compared best. */
function StackedBar({ bar, x, width, unit }: StackedBarProps) {
  let y = HEIGHT;
  const parts = [...OUTCOMES].reverse().map(({ name, label, fill }) => {
    // A single failure among thousands of calls must still be seen.
    const height = bar[name] === 0 ? 0 : Math.max(bar[name] * unit, 2);
    y -= height;
    return { name, label, fill, y, height };
  });
  return (
    <g className="hover:opacity-80">
      <title>
        {bar.label}:{" "}
        {parts
          .map(({ name, label }) => `${formatNumber(bar[name])} ${label.toLowerCase()}`)
          .reverse()
          .join(", ")}
      </title>
      <rect x={x} y={0} width={width} height={HEIGHT} className="fill-transparent" />
      {parts.map((part) => (
        <rect
          key={part.name}
          x={x + width * 0.14}
          y={part.y}
          width={width * 0.72}
          height={part.height}
          className={part.fill}
        />
      ))}
    </g>
  );
}

function UsageTable({ bars }: { bars: readonly UsageBar[] }) {
  const filled = bars.filter((bar) => barTotal(bar) > 0).reverse();
  if (filled.length === 0) return <p className="py-2 text-ui text-muted">No calls in this time.</p>;
  return (
    <Table label="Calls by day" className="mt-2">
      <TableHead>
        <HeadCell>Day (UTC)</HeadCell>
        {OUTCOMES.map(({ name, label }) => (
          <HeadCell key={name} align="end">
            {label}
          </HeadCell>
        ))}
      </TableHead>
      <TableBody>
        {filled.map((bar) => (
          <Row key={bar.day}>
            <Cell phone="title">{bar.label}</Cell>
            {OUTCOMES.map(({ name, label }) => (
              <Cell key={name} isNumeric>
                {formatNumber(bar[name])}
                <span className="sm:hidden"> {label.toLowerCase()}</span>
              </Cell>
            ))}
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
