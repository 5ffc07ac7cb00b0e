/// <reference lib="dom" />
// What runs in the page sees a window.
/** How long what the browser tells of an event may come after it. */
const ENTRY_DELAY_MS = 150;

/**
 * Puts a stopwatch into the page: from the first event that a hand causes (its own time, so that waiting in line
 * counts) to the frame that follows it. Beside it runs the browser's own (Event Timing), which knows events of 16 ms
 * and more; the longer of both is what counts.
 * @param {import("@playwright/test").Page} page
 */
export async function installProbe(page) {
  await page.evaluate(() => {
    /** @type {{ at: number, painted: number, entries: PerformanceEntry[], kinds: string[] }} */
    const heard = { at: 0, painted: 0, entries: [], kinds: [] };
    const note = (event) => {
      if (heard.at > 0 || !heard.kinds.includes(event.type)) return;
      heard.at = event.timeStamp;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          heard.painted = performance.now();
        };
        port2.postMessage(null);
      });
    };
    for (const kind of ["pointerdown", "click", "keydown", "input", "scroll"])
      window.addEventListener(kind, note, { capture: true, passive: true });
    const observer = new PerformanceObserver((list) => heard.entries.push(...list.getEntries()));
    observer.observe(/** @type {any} */ ({ type: "event", durationThreshold: 16 }));
    Reflect.set(window, "heard", heard);
  });
}

/**
 * How long until the page answers a hand with a frame, in milliseconds.
 * @param {import("@playwright/test").Page} page
 * @param {"click" | "keydown" | "scroll"} kind The event to wait for.
 * @param {() => Promise<unknown>} act
 * @returns {Promise<number>}
 */
export async function timeToPaint(page, kind, act) {
  await page.evaluate((kind) => {
    const heard = Reflect.get(window, "heard");
    Object.assign(heard, { at: 0, painted: 0, entries: [], kinds: [kind] });
  }, kind);
  await act();
  await page.waitForFunction(() => Reflect.get(window, "heard").painted > 0);
  await page.waitForTimeout(ENTRY_DELAY_MS);
  return page.evaluate((kind) => {
    const { at, painted, entries } = Reflect.get(window, "heard");
    const told = entries.filter((entry) => entry.name === kind).map((entry) => entry.duration);
    return Math.max(painted - at, ...told);
  }, kind);
}
