import { type ComponentType, type LazyExoticComponent, lazy } from "react";

/** What is not needed to begin with is fetched then at the latest, however long the screen's data takes. */
const WAIT_MAX_MS = 3_000;

let open = () => {};
let isStanding = false;

/** Kept when the first screen stands and the browser has time: nothing that it needs waits behind the rest any more. */
export const firstScreen = new Promise<void>((resolve) => {
  open = resolve;
  setTimeout(resolve, WAIT_MAX_MS);
});

/** Says that the first screen stands, its data included. */
export function firstScreenStands(): void {
  isStanding = true;
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === "function") requestIdleCallback(open, { timeout: WAIT_MAX_MS });
  else setTimeout(open);
}

/**
 * For the loader of a route, whose data is asked for while its code comes. The first screen waits for both, and is drawn
 * once with all it shows; one that is gone to opens at once, and its data may follow.
 */
export function dataOfScreen(asked: Promise<void>): Promise<void> | undefined {
  return isStanding ? undefined : asked;
}

/** A part of the frame that nobody misses while the first screen comes: its code is fetched after it. */
// biome-ignore lint/suspicious/noExplicitAny: as React's own `lazy`, whose props are what the component takes
export function lazyLater<Part extends ComponentType<any>>(
  load: () => Promise<Part>,
): LazyExoticComponent<Part> {
  return lazy(async () => {
    await firstScreen;
    return { default: await load() };
  });
}
