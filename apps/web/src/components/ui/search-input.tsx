import { Search, X } from "lucide-react";
import { type ComponentProps, useRef } from "react";
import { cx } from "../../lib/class-names.ts";
import { Input } from "./input.tsx";
import { Kbd } from "./kbd.tsx";

type SearchInputProps = Omit<ComponentProps<"input">, "onChange" | "value" | "size"> & {
  value: string;
  onValueChange: (value: string) => void;
  /** Its accessible name: "Search items". */
  label: string;
  size?: "md" | "lg";
};

/** The search box of a screen. `/` focuses it (see `focusSearch`), Escape empties it. */
export function SearchInput({
  value,
  onValueChange,
  label,
  size = "md",
  className,
  ...props
}: SearchInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const isLarge = size === "lg";
  return (
    <div className={cx("group relative", className)}>
      <Search
        aria-hidden
        className={cx(
          "pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint",
          isLarge && "left-3.5 size-4.5",
        )}
      />
      <Input
        ref={input}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        data-search
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          if (value === "") event.currentTarget.blur();
          else onValueChange("");
          event.preventDefault();
        }}
        className={cx(
          "pr-9 pl-8 [&::-webkit-search-cancel-button]:hidden",
          isLarge && "h-11 rounded-lg pl-10 text-base coarse:h-12",
        )}
        {...props}
      />
      {value === "" ? (
        <Kbd
          keys="/"
          className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 group-focus-within:hidden"
        />
      ) : (
        <button
          type="button"
          aria-label="Clear the search"
          onClick={() => {
            onValueChange("");
            input.current?.focus();
          }}
          className="absolute top-1/2 right-1 inline-flex size-7 -translate-y-1/2 items-center justify-center rounded text-muted hover:text-ink coarse:size-10"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
}
