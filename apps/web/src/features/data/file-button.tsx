import { useRef } from "react";
import { type ButtonProps, buttonStyles } from "../../components/ui/button.tsx";
import { cx } from "../../lib/class-names.ts";
import { ACCEPTED } from "./chosen-file.ts";

interface FileButtonProps extends Pick<ButtonProps, "variant" | "disabled"> {
  children: string;
  onFile: (file: File) => void;
}

/** A button that asks for a file. */
export function FileButton({ variant, disabled, children, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <label
      aria-disabled={disabled}
      className={cx(
        buttonStyles({ variant }),
        "relative cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-ink",
      )}
    >
      {children}
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        disabled={disabled}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) onFile(file);
          // The same file, mended, can be chosen again.
          if (input.current) input.current.value = "";
        }}
        className="absolute inset-0 w-full cursor-pointer opacity-0 file:cursor-pointer"
      />
    </label>
  );
}
