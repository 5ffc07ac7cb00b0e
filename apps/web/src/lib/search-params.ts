/** One line of text from the URL: trimmed, cut at `max`, and nothing rather than empty. */
export function textParam(value: unknown, max = 200): string | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const text = String(value).trim().slice(0, max);
  return text === "" ? undefined : text;
}

/** One of the allowed words, or nothing. */
export function choiceParam<const Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
): Choice | undefined {
  return choices.find((choice) => choice === value);
}

/** `true` or nothing: what is off is left out of the URL. */
export function flagParam(value: unknown): true | undefined {
  return value === true || value === "true" || value === 1 ? true : undefined;
}

/** Several lines of text from the URL, each once: a repeated parameter, or one that stands alone. */
export function textListParam(value: unknown, max = 200, countMax = 20): string[] | undefined {
  const list = (Array.isArray(value) ? value : [value]).map((each) => textParam(each, max));
  const kept = [...new Set(list.filter((text) => text !== undefined))].slice(0, countMax);
  return kept.length === 0 ? undefined : kept;
}

/** A calendar day such as `2026-03-09`, or nothing; of a timestamp its day. */
export function dayParam(value: unknown): string | undefined {
  const text = textParam(value, 10);
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : undefined;
}
