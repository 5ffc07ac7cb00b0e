/** Rows a page of a list: a few screens, so that scrolling seldom waits, and small enough to come at once. */
export const PAGE_ROWS = 100;
