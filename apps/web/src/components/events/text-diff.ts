/** A stretch of text that stayed, went or came. */
export interface TextPart {
  kind: "same" | "gone" | "new";
  text: string;
}

/** Above this many words on either side, a whole text is compared by lines. */
const WORDS_MAX = 600;

/** What changed between two texts, word by word; in long ones, line by line. */
export function diffText(old: string, current: string): TextPart[] {
  const words = [splitWords(old), splitWords(current)] as const;
  const isLong = Math.max(words[0].length, words[1].length) > WORDS_MAX;
  return isLong ? diffTokens(splitLines(old), splitLines(current)) : diffTokens(...words);
}

const splitWords = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? [];
const splitLines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** By the longest common subsequence, between what is equal at both ends. */
function diffTokens(old: readonly string[], current: readonly string[]): TextPart[] {
  let start = 0;
  while (start < old.length && start < current.length && old[start] === current[start]) start++;
  let end = 0;
  const endMax = Math.min(old.length, current.length) - start;
  while (end < endMax && old.at(-1 - end) === current.at(-1 - end)) end++;
  const middle = between(old.slice(start, old.length - end), current.slice(start, current.length - end));
  return joined([
    { kind: "same", text: old.slice(0, start).join("") },
    ...middle,
    { kind: "same", text: old.slice(old.length - end).join("") },
  ]);
}

function between(old: readonly string[], current: readonly string[]): TextPart[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(current.length + 1));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = current.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = old[i] === current[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  const parts: TextPart[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < current.length) {
    if (i < old.length && j < current.length && old[i] === current[j]) {
      parts.push({ kind: "same", text: old[i] ?? "" });
      i++;
      j++;
    } else if (j >= current.length || (i < old.length && at(i + 1, j) >= at(i, j + 1)))
      parts.push({ kind: "gone", text: old[i++] ?? "" });
    else parts.push({ kind: "new", text: current[j++] ?? "" });
  }
  return parts;
}

/** Neighbours of one kind as one. */
function joined(parts: readonly TextPart[]): TextPart[] {
  const whole: TextPart[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last?.kind === part.kind) last.text += part.text;
    else if (part.text !== "") whole.push({ ...part });
  }
  return whole;
}
