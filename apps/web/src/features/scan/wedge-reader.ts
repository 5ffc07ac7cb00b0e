/** A scanner's keys may come late when the page is busy; a longer pause begins anew. */
const KEY_GAP_MS_MAX = 150;
/** Scanners that act as keyboards type a whole code faster than anybody's fingers: this is 200 words a minute. */
const MEAN_GAP_MS_MAX = 60;
/** Shorter bursts are a hand on the keyboard. */
const CODE_LENGTH_MIN = 4;

/**
 * Tells a scanner's keystrokes from a person's: characters close behind each other, then Enter or Tab. Time is passed
 * in, so that it is the keys' own and not that of a busy page.
 */
export class WedgeReader {
  #typed = "";
  #startedAt = Number.NEGATIVE_INFINITY;
  #lastAt = Number.NEGATIVE_INFINITY;

  /** Whether the last key was the first of what may become a burst. */
  get isFirst(): boolean {
    return this.#typed.length === 1;
  }

  /** @returns the code that this key completes, or null */
  push(key: string, at: number): string | null {
    const isBurst = at - this.#lastAt <= KEY_GAP_MS_MAX;
    this.#lastAt = at;
    if (key.length === 1) {
      if (!isBurst || this.#typed === "") this.#startedAt = at;
      this.#typed = isBurst ? this.#typed + key : key;
      return null;
    }
    if (key === "Shift") return null; // a part of typing a capital letter
    const code = this.#typed;
    this.#typed = "";
    const isEnd = key === "Enter" || key === "Tab";
    const isFast = at - this.#startedAt <= MEAN_GAP_MS_MAX * code.length;
    return isEnd && isBurst && isFast && code.length >= CODE_LENGTH_MIN ? code : null;
  }
}

/** How long first keys are held back before they are taken for a person's. */
export const WEDGE_HOLD_MS = KEY_GAP_MS_MAX + 10;
