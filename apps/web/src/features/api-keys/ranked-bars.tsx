import { type ReactNode, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { formatCount, formatNumber } from "../../lib/format.ts";

export interface RankedBar {
  name: string;
  requests: number;
  /** Refused or failed ones among them. */
  troubles: number;
  content: ReactNode;
}

interface RankedBarsProps {
  title: string;
  /** The busiest first. */
  bars: readonly RankedBar[];
}

const SHOWN_FIRST = 5;

/** Names by how often they occurred, the busiest as the longest bar; none for calls from before they were told apart. */
export function RankedBars({ title, bars }: RankedBarsProps) {
  const [isWhole, setIsWhole] = useState(false);
  const most = Math.max(...bars.map(({ requests }) => requests), 1);
  const shown = isWhole ? bars : bars.slice(0, SHOWN_FIRST);
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="mb-2 text-xs font-medium text-muted">{title}</h3>
      {bars.length === 0 ? <p className="text-ui text-muted">These calls were not told apart yet.</p> : null}
      <ol className="flex flex-col gap-1">
        {shown.map(({ name, requests, troubles, content }) => (
          <li key={name} className="relative flex h-7 items-center justify-between gap-3 px-2 text-ui">
            <svg aria-hidden="true" className="absolute inset-0 size-full">
              <rect width={`${(requests / most) * 100}%`} height="100%" rx="4" className="fill-accent-soft" />
            </svg>
            <span className="relative min-w-0 truncate font-mono text-xs text-ink">{content}</span>
            <span className="relative shrink-0 text-xs text-muted tabular-nums">
              {formatNumber(requests)}
              <span className="sr-only"> {requests === 1 ? "call" : "calls"}</span>
              {troubles > 0 ? (
                <span className="text-warn-ink" title={`${formatCount(troubles, "call")} refused or failed`}>
                  {" "}
                  ({formatNumber(troubles)} not answered)
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      {bars.length > SHOWN_FIRST ? (
        <Button size="sm" variant="quiet" className="mt-1" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? "Show fewer" : `Show all ${bars.length}`}
        </Button>
      ) : null}
    </section>
  );
}
