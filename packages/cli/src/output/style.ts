import { styleText } from "node:util";
import type { Io } from "../io.ts";

const STYLES = ["bold", "dim", "red", "yellow", "green"] as const;
export type Style = (typeof STYLES)[number];
/** Colours a text, or leaves it as it is where colours are not wanted. */
export type Paint = (style: Style, text: string) => string;

// Its own check would look at this process's streams instead of those that it was given.
const painted = (style: Style, text: string) => styleText(style, text, { validateStream: false });

/** Every escape sequence that is ever painted. */
export const PAINTED: ReadonlySet<string> = new Set(
  STYLES.flatMap((style) => painted(style, " ").split(" ")),
);

/** Colours only for a terminal, and not against NO_COLOR or a terminal that has none. */
export function paintFor(stream: Io["stdout"], env: Io["env"]): Paint {
  const isColourful = stream.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
  return (style, text) => (isColourful ? painted(style, text) : text);
}
