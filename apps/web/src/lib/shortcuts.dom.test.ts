import { beforeEach, describe, expect, it, vi } from "vitest";
import { createShortcutMatcher, keyLabels, SEQUENCE_MS } from "./shortcuts.ts";

function press(key: string, { on = document.body, ...init }: KeyboardEventInit & { on?: Element } = {}) {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, ...init });
  on.dispatchEvent(event);
  return event;
}

describe("shortcuts", () => {
  const goHome = vi.fn();
  const create = vi.fn();
  const palette = vi.fn();
  const match = () =>
    createShortcutMatcher(() => [
      { keys: "g h", run: goHome },
      { keys: "c", run: create },
      { keys: "mod+k", run: palette },
      { run: () => expect.unreachable() },
    ]);

  beforeEach(() => {
    vi.clearAllMocks();
    document.body.innerHTML = "";
  });

  it("run when their key is pressed, and say that they took it", () => {
    expect(match()(press("c"), 0)).toBe(true);
    expect(create).toHaveBeenCalledOnce();
  });

  it("of two keys run after both, in time", () => {
    const matcher = match();
    matcher(press("g"), 0);
    expect(goHome).not.toHaveBeenCalled();
    matcher(press("h"), SEQUENCE_MS);
    expect(goHome).toHaveBeenCalledOnce();
  });

  it("of two keys are forgotten when the second comes too late", () => {
    const matcher = match();
    matcher(press("g"), 0);
    expect(matcher(press("h"), SEQUENCE_MS + 1)).toBe(false);
    expect(goHome).not.toHaveBeenCalled();
  });

  it("of one key do not run as the second of a sequence", () => {
    const matcher = match();
    matcher(press("g"), 0);
    matcher(press("c"), 10);
    expect(create).not.toHaveBeenCalled();
  });

  it("leave typing alone, but for combinations with Control or Command", () => {
    document.body.innerHTML = "<input />";
    const input = document.querySelector("input") ?? expect.unreachable();
    expect(match()(press("c", { on: input }), 0)).toBe(false);
    expect(match()(press("k", { on: input, ctrlKey: true }), 0)).toBe(true);
    expect(match()(press("k", { on: input, metaKey: true }), 0)).toBe(true);
    expect(palette).toHaveBeenCalledTimes(2);
  });

  it("leave the browser's own combinations alone", () => {
    expect(match()(press("c", { ctrlKey: true }), 0)).toBe(false);
    expect(create).not.toHaveBeenCalled();
  });

  it("rest while a dialog is open, but not while a toast is shown", () => {
    document.body.innerHTML = '<div role="dialog"></div>';
    expect(match()(press("c"), 0)).toBe(false);
    document.body.innerHTML = '<div data-toasts><div role="dialog"></div></div>';
    expect(match()(press("c"), 0)).toBe(true);
  });

  it("that apply at the moment come before others of the same key, and leave it to them when they do not", () => {
    let isOnRow = true;
    const [page, row] = [vi.fn(), vi.fn()];
    const matcher = createShortcutMatcher(() => [
      { keys: "m", run: page },
      { keys: "m", run: row, applies: () => isOnRow },
    ]);
    matcher(press("m"), 0);
    isOnRow = false;
    matcher(press("m"), 0);
    expect([row.mock.calls.length, page.mock.calls.length]).toEqual([1, 1]);
  });

  it("work again from the moment a dialog is told to close, wherever its focus still is", () => {
    document.body.innerHTML = '<div role="dialog" data-closed><input /></div>';
    const input = document.querySelector("input") ?? expect.unreachable();
    expect(match()(press("c", { on: input }), 0)).toBe(true);
  });
});

describe("key caps", () => {
  it("follow the platform", () => {
    expect(keyLabels("mod+k", false)).toEqual(["Ctrl", "K"]);
    expect(keyLabels("mod+k", true)).toEqual(["⌘", "K"]);
    expect(keyLabels("g h", false)).toEqual(["G", "H"]);
  });
});
