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
