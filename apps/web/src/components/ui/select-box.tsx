import { useEffect, useRef } from "react";

interface SelectBoxProps {
  label: string;
  isChecked: boolean;
  isMixed?: boolean;
  /** Left out in rows: the element around them hears the click, with its Shift (see `useRowGestures`). */
  onToggle?: () => void;
}

/** The box that chooses a row, as the platform's own: there is one in each of many rows. */
export function SelectBox({ label, isChecked, isMixed = false, onToggle }: SelectBoxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isMixed;
  }, [isMixed]);
  return (
    <input
      ref={box}
      type="checkbox"
      {...(!onToggle && { "data-select": "", tabIndex: -1 })}
      aria-label={label}
      checked={isChecked}
      onChange={() => onToggle?.()}
      className="block size-4 accent-accent coarse:size-5"
    />
  );
}
