/** Words that are a utility by themselves, by the property that they set. */
const WORDS: Record<string, string> = {
  display: "block contents flex grid hidden inline inline-flex inline-block table",
  position: "absolute fixed relative sticky static",
  decoration: "line-through no-underline underline",
  visibility: "invisible visible",
  case: "uppercase lowercase capitalize normal-case",
  direction: "flex-col flex-col-reverse flex-row",
  "text-align": "text-center text-left text-right",
  "font-family": "font-mono font-sans",
  breaking: "break-words break-all",
  style: "italic not-italic",
};
const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([property, words]) => words.split(" ").map((word) => [word, [property]])),
);

const sides = (name: string, ends: string) => [...ends].map((end) => `${name}-${end}`);

/** Shorthands, by what they stand for. */
const SHORTHANDS: Record<string, readonly string[]> = {
  size: ["w", "h"],
  inset: ["top", "right", "bottom", "left"],
  "inset-x": ["right", "left"],
  "inset-y": ["top", "bottom"],
  gap: sides("gap", "xy"),
  overflow: sides("overflow", "xy").concat("overflow"),
  "line-clamp": ["display", "overflow", ...sides("overflow", "xy"), "line-clamp"],
  rounded: sides("rounded", "trbl"),
  ...Object.fromEntries(
    ["p", "m"].flatMap((name) => [
      [name, sides(name, "trbl")],
      ...[..."trbl"].map((side) => [`${name}${side}`, [`${name}-${side}`]]),
      [`${name}x`, sides(name, "lr")],
      [`${name}y`, sides(name, "tb")],
    ]),
  ),
};

/** Utilities that take a value: what stands before it names what they set. */
const VALUED =
  /^-?(size|[wh]|(?:min|max)-[wh]|inset(?:-[xy])?|top|right|bottom|left|[pm][trblxy]?|gap(?:-[xy])?|overflow(?:-[xy])?|basis|z|leading|translate-[xy]|rounded(?:-[trbl])?|opacity|row-span|row-start|col-start|duration|outline-offset|cursor|justify|items|self|order|pointer-events|whitespace|line-clamp|tracking|rotate|select|fill|stroke|bg|grid-cols|transition|shrink|grow|resize|shadow)(?:-|$)/;
const TEXT_SIZE = /^text-(?:2xs|xs|sm|ui|base|lg|xl|\[[\d.]+rem\])$/;
const LINE_WIDTH = /^(border|outline|ring)(?:-([trblxy]))?(?:-\d+)?$/;
const COLOR = /^(border|outline|ring|text)-(?!offset|balance|pretty|nowrap|wrap|collapse|dashed|solid|none$)/;
const FONT_WEIGHT = /^font-(?:normal|medium|semibold|bold)$/;
const SIDES_OF: Record<string, string> = { x: "lr", y: "tb" };

/**
 * The properties that a Tailwind utility of this app sets, under names of our own: enough to tell whether one overrules
 * another. Tailwind's own rules for that weigh ten times as much; the test holds these against them.
 */
export function propertiesOf(utility: string): readonly string[] {
  const word = BY_WORD.get(utility);
  if (word) return word;
  if (TEXT_SIZE.test(utility)) return ["text-size", "leading"];
  const line = LINE_WIDTH.exec(utility);
  if (line) {
    const [, name = "", side = name === "border" ? "trbl" : "-"] = line;
    return sides(`${name}-width`, SIDES_OF[side] ?? side);
  }
  if (FONT_WEIGHT.test(utility)) return ["font-weight"];
  const name = VALUED.exec(utility)?.[1];
  if (name !== undefined) return SHORTHANDS[name] ?? [name];
  const color = COLOR.exec(utility);
  return [color ? `${color[1]}-color` : utility];
}
