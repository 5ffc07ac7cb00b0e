import { useState } from "react";
import { Input } from "../ui/input.tsx";

const TAG_LENGTH_MAX = 50;

/** A box for one tag to filter by: Enter takes it. */
export function TagFilterInput({ onTag, className }: { onTag: (tag: string) => void; className?: string }) {
  const [text, setText] = useState("");
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        const tag = text.trim().replace(/^#/, "");
        setText("");
        if (tag !== "") onTag(tag);
      }}
    >
      <Input
        aria-label="Filter by tag"
        placeholder="Tag, then Enter"
        autoComplete="off"
        enterKeyHint="done"
        maxLength={TAG_LENGTH_MAX}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  );
}
