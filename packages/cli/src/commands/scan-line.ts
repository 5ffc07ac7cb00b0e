type Action = "lookup" | "add" | "take" | "count" | "move" | "create";

/** What is done with each code. */
export interface Scanning {
  readonly action: Action;
  readonly to: string | null;
  readonly quantity: number | null;
}

type Read =
  | { readonly kind: "nothing" }
  | { readonly kind: "unknown" }
  | { readonly kind: "setting"; readonly scanning: Scanning }
  | { readonly kind: "code"; readonly code: string; readonly times: number | null };

/** What a line says: a code, with how many before it, or what to do from here on. */
export function readScan(line: string, scanning: Scanning, isAction: (text: string) => text is Action): Read {
  const text = line.trim();
  if (text === "") return { kind: "nothing" };
  const [, word, rest = ""] = /^:(\w+)(?:\s+(.*))?$/.exec(text) ?? [];
  if (word !== undefined) {
    if (word === "to" && rest !== "") return { kind: "setting", scanning: { ...scanning, to: rest } };
    return isAction(word)
      ? { kind: "setting", scanning: { ...scanning, action: word } }
      : { kind: "unknown" };
  }
  const [, times, code] = /^(\d+(?:\.\d{1,3})?)\*(.+)$/.exec(text) ?? [];
  return { kind: "code", code: code ?? text, times: times === undefined ? null : Number(times) };
}
