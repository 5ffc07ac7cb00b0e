import { useEffect, useRef, useState } from "react";
import { SearchInput } from "./search-input.tsx";

/** Long enough for a word, short enough to feel at once. */
const SETTLE_MS = 200;

interface UrlSearchInputProps {
  /** The settled text, as the URL holds it; undefined for none. */
  value: string | undefined;
  onValueChange: (value: string | undefined) => void;
  label: string;
  className?: string;
}

/** A search box whose text goes into the URL once the typing pauses. What is typed stays as typed. */
export function UrlSearchInput({ value = "", onValueChange, label, className }: UrlSearchInputProps) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // The URL changed by other means, such as the back button or "Clear the filters".
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    clearTimeout(timer.current);
    setText(value);
  }, [value]);

  function change(next: string) {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => {
        const settled = next.trim();
        if (settled === sent.current) return;
        sent.current = settled;
        onValueChange(settled === "" ? undefined : settled);
      },
      next === "" ? 0 : SETTLE_MS,
    );
  }

  return <SearchInput label={label} value={text} onValueChange={change} {...(className && { className })} />;
}
