/** As the `ref` of what appears below a long form: scrolls to it once, so that nobody waits for an answer that is there. */
export function bringIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}
