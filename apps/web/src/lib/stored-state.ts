import { useState } from "react";

/** State that outlives the visit, in this browser alone. What cannot be read counts as `fallback`. */
export function useStoredState<Value>(
  key: string,
  read: (stored: unknown) => Value | undefined,
  fallback: Value,
): [Value, (value: Value) => void] {
  const [value, setValue] = useState<Value>(() => {
    try {
      const stored = localStorage.getItem(key);
      return stored === null ? fallback : (read(JSON.parse(stored)) ?? fallback);
    } catch {
      return fallback;
    }
  });
  const store = (next: Value) => {
    setValue(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Blocked storage only costs the memory of it.
    }
  };
  return [value, store];
}
