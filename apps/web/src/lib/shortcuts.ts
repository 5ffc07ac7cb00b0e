/** How long the second key of a sequence such as `g h` may take. */
export const SEQUENCE_MS = 1_200;

/** One key press: `mod` is Command on a Mac and Control elsewhere. */
export interface KeyPress {
  key: string;
  mod: boolean;
}

/** `mod+k` → one press; `g h` → two. */
export function parseKeys(keys: string): KeyPress[] {
  return keys.split(" ").map((part) => {
    const isMod = part.startsWith("mod+");
    return { key: isMod ? part.slice(4) : part, mod: isMod };
  });
}

/** The caps to show: `mod+k` → `Ctrl`, `K` (or `⌘`, `K`), `g h` → `G`, `H`. */
export function keyLabels(keys: string, isApple = isApplePlatform()): string[] {
  return parseKeys(keys).flatMap(({ key, mod }) => [...(mod ? [isApple ? "⌘" : "Ctrl"] : []), capOf(key)]);
}

const CAPS: Record<string, string> = { Enter: "↵", Escape: "Esc", ArrowUp: "↑", ArrowDown: "↓" };

function capOf(key: string): string {
  return CAPS[key] ?? key.toUpperCase();
}

function isApplePlatform(): boolean {
  return typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);
}

/** A dialog on its way out: still drawn, but done with. */
const CLOSING = "[role=dialog][data-closed], [role=alertdialog][data-closed]";

/** True where plain keys are for typing, or belong to the widget that has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || target.closest(CLOSING)) return false;
  if (
    target.closest("[contenteditable=true], textarea, select, [role=menu], [role=listbox], [role=combobox]")
  )
    return true;
  const input = target.closest("input");
  return input !== null && !["button", "checkbox", "radio", "range", "submit"].includes(input.type);
}

interface Shortcut {
  keys?: string | undefined;
  /** Whether the keys mean this at the moment. Then it comes before what always has the same keys. */
  applies?: (() => boolean) | undefined;
  run: () => void;
}

/**
 * Answers a function to feed key presses to. It runs the shortcut that a press completes and says whether it took it.
 * Plain keys are ignored while typing and in dialogs; `mod` combinations are not. Time is passed in.
 */
export function createShortcutMatcher(shortcuts: () => readonly Shortcut[]) {
  let pending: { key: string; at: number } | null = null;
  return (event: KeyboardEvent, now: number): boolean => {
    if (event.isComposing || event.altKey || event.key === "Shift") return false;
    const mod = event.ctrlKey || event.metaKey;
    if (!mod && (isTyping(event.target) || isInDialog())) return false;
    const first = pending && now - pending.at <= SEQUENCE_MS ? pending.key : null;
    pending = null;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    for (const shortcut of applying(shortcuts())) {
      if (!shortcut.keys) continue;
      const [one, two] = parseKeys(shortcut.keys);
      const isHit = two
        ? !mod && first === one?.key && two.key === key
        : (mod || first === null) && one?.key === key && one.mod === mod;
      if (isHit) {
        shortcut.run();
        return true;
      }
    }
    const startsSequence = !mod && shortcuts().some((shortcut) => shortcut.keys?.startsWith(`${key} `));
    if (startsSequence) pending = { key, at: now };
    return startsSequence;
  };
}

/** What has a say at the moment, the particular before the general. */
function applying(shortcuts: readonly Shortcut[]): Shortcut[] {
  const particular = shortcuts.filter(({ applies }) => applies?.() === true);
  return [...particular, ...shortcuts.filter(({ applies }) => applies === undefined)];
}

/** Toasts have the role too, but leave the page to the reader, as do dialogs that are closing. */
function isInDialog(): boolean {
  const dialogs = [...document.querySelectorAll("[role=dialog], [role=alertdialog]")];
  return dialogs.some((dialog) => dialog.closest(`[data-toasts], ${CLOSING}`) === null);
}
