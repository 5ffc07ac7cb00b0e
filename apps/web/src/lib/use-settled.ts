import { useEffect, useState } from "react";

/** Long enough to let a word be typed, short enough to feel at once. */
const SETTLE_MS = 120;

/** A value once it has stayed the same for a moment, so that a server is asked by word and not by letter. */
export function useSettled<Value>(value: Value, settleMs = SETTLE_MS): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleMs);
    return () => clearTimeout(timer);
  }, [value, settleMs]);
  return settled;
}
