import { useSyncExternalStore } from "react";

/** What the reader chose; `system` follows the device. Kept under this name, which `public/theme.js` reads too. */
export type ThemeChoice = "system" | "light" | "dark";

const STORAGE_KEY = "stowage.theme";
const DARK_QUERY = "(prefers-color-scheme: dark)";
const listeners = new Set<() => void>();
let chosenHere: ThemeChoice | null = null;

export function themeChoice(): ThemeChoice {
  if (chosenHere) return chosenHere;
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system";
  }
}

export function resolveTheme(choice: ThemeChoice, prefersDark: boolean): "light" | "dark" {
  if (choice === "system") return prefersDark ? "dark" : "light";
  return choice;
}

/** Applies the choice at once and keeps it for the next visit, or for this one when storage is blocked. */
export function chooseTheme(choice: ThemeChoice): void {
  chosenHere = choice;
  try {
    if (choice === "system") localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, choice);
  } catch {
    // Blocked storage only costs the memory of the choice.
  }
  applyTheme();
  for (const listener of listeners) listener();
}

/** Keeps the page in step with the device and with other tabs; answers the function that stops it. */
export function followSystemTheme(): () => void {
  const query = matchMedia(DARK_QUERY);
  const onStorage = (event: StorageEvent) => {
    if (event.key !== STORAGE_KEY) return;
    chosenHere = null;
    applyTheme();
    for (const listener of listeners) listener();
  };
  query.addEventListener("change", applyTheme);
  window.addEventListener("storage", onStorage);
  applyTheme();
  return () => {
    query.removeEventListener("change", applyTheme);
    window.removeEventListener("storage", onStorage);
  };
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, themeChoice);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function applyTheme(): void {
  document.documentElement.dataset.theme = resolveTheme(themeChoice(), matchMedia(DARK_QUERY).matches);
}
