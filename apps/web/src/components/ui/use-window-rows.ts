import { type RefObject, startTransition, useCallback, useEffect, useState } from "react";

/** The drawn stretch begins and ends at whole steps, so that scrolling by a row or two draws nothing. */
const STEP_ROWS = 4;

/** What stands above the rows takes about so much of a window. */
const HEAD_SHARE = 0.3;

interface WindowRowsOptions {
  /** Around the rows; they begin at its top edge. */
  body: RefObject<HTMLElement | null>;
  count: number;
  /** Of a row, in pixels; all have the same. */
  height: number;
  /** Rows drawn beyond the edge of the window, for a wheel that is faster than the drawing. */
  overscan: number;
  /** What sticks over the rows at the top and the bottom of the window, in pixels. */
  covered: { top: number; bottom: number };
}

interface WindowRows {
  /** The rows to draw; `last` is below `first` when there is none. */
  first: number;
  last: number;
  /** Heights in the place of the rows that are not drawn. */
  above: number;
  below: number;
  /** Scrolls no further than needed to bring a row into sight. */
  scrollTo: (index: number) => void;
}

/** Which of many rows are in sight of a window that scrolls: with one height for all, a division tells. */
export function useWindowRows({ body, count, height, overscan, covered }: WindowRowsOptions): WindowRows {
  const [top, setTop] = useState(0);
  // At first only what is in sight: the rows beyond the edge come after the first frame.
  const [seen, setSeen] = useState(() =>
    stretchInSight({ top: window.innerHeight * HEAD_SHARE, height, overscan: 0 }),
  );
  useEffect(() => {
    const look = () => {
      const from = body.current;
      if (!from) return;
      const found = Math.round(from.getBoundingClientRect().top + window.scrollY);
      setTop(found);
      const next = stretchInSight({ top: found, height, overscan });
      // A frame of the scroll never waits for rows to be made: those beyond the edge cover for them.
      startTransition(() =>
        setSeen((before) => (before[0] === next[0] && before[1] === next[1] ? before : next)),
      );
    };
    const stop = new AbortController();
    window.addEventListener("scroll", look, { signal: stop.signal, passive: true });
    window.addEventListener("resize", look, { signal: stop.signal });
    // What stands above may open or close. An observer is told after the layout of a frame, and of what it begins to
    // observe, too: so nothing here makes the browser lay the page out once more.
    const heights = new ResizeObserver(look);
    heights.observe(document.body);
    if (body.current?.parentElement) heights.observe(body.current.parentElement);
    return () => {
      stop.abort();
      heights.disconnect();
    };
  }, [body, height, overscan]);

  const scrollTo = useCallback(
    (index: number) => {
      const start = top + index * height - covered.top;
      const end = top + (index + 1) * height + covered.bottom - window.innerHeight;
      if (window.scrollY > start) window.scrollTo(0, start);
      else if (window.scrollY < end) window.scrollTo(0, end);
    },
    [top, height, covered.top, covered.bottom],
  );
  const last = Math.min(seen[1], count - 1);
  // A list that became shorter than where the window is shows its end until the browser has scrolled there.
  const first = Math.max(0, Math.min(seen[0], last - (seen[1] - seen[0])));
  return { first, last, above: first * height, below: (count - 1 - last) * height, scrollTo };
}

interface Sight {
  /** Where the rows begin on the page, in pixels. */
  top: number;
  height: number;
  overscan: number;
}

function stretchInSight({ top, height, overscan }: Sight): readonly [number, number] {
  const from = Math.floor((window.scrollY - top) / height) - overscan;
  const to = Math.ceil((window.scrollY + window.innerHeight - top) / height) + overscan;
  const first = Math.max(0, Math.floor(from / STEP_ROWS) * STEP_ROWS);
  return [first, Math.max(first, Math.ceil(to / STEP_ROWS) * STEP_ROWS)];
}
