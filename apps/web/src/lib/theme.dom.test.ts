import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { chooseTheme, followSystemTheme, resolveTheme, themeChoice } from "./theme.ts";

let prefersDark = false;
let onChange: () => void = () => {};
const shown = () => document.documentElement.dataset.theme;

beforeEach(() => {
  prefersDark = false;
  vi.stubGlobal("matchMedia", () => ({
    get matches() {
      return prefersDark;
    },
    addEventListener: (_: string, listener: () => void) => {
      onChange = listener;
    },
    removeEventListener: () => {},
  }));
});

afterEach(() => {
  chooseTheme("system");
  vi.unstubAllGlobals();
});

describe("the theme", () => {
  it("follows the device while nothing else was chosen", () => {
    const stop = followSystemTheme();
    expect(shown()).toBe("light");
    prefersDark = true;
    onChange();
    expect(shown()).toBe("dark");
    stop();
  });

  it("obeys a choice over the device, at once and on the next visit", () => {
    prefersDark = true;
    chooseTheme("light");
    expect(shown()).toBe("light");
    expect(localStorage.getItem("stowage.theme")).toBe("light");
    expect(themeChoice()).toBe("light");
  });

  it("leaves nothing behind when it follows the system again", () => {
    chooseTheme("dark");
    chooseTheme("system");
    expect(localStorage.getItem("stowage.theme")).toBeNull();
    expect(shown()).toBe("light");
  });

  it("is one of two, whatever was chosen", () => {
    expect([
      resolveTheme("system", true),
      resolveTheme("system", false),
      resolveTheme("dark", false),
    ]).toEqual(["dark", "light", "dark"]);
  });
});
