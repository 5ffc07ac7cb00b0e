/** Words between commas or line breaks, without the empty ones. */
export function splitList(text: string): string[] {
  return text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

/** What is wrong with a list that may hold `max` words, or nothing. */
export function listProblem(text: string, max: number, noun: string): string | undefined {
  return splitList(text).length > max ? `At most ${max} ${noun}.` : undefined;
}
