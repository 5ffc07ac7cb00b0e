import { LIST_LIMIT_MAX } from "@stowage/contract/limits";
import { useQuery } from "@tanstack/react-query";
import { type ComponentProps, useId, useState } from "react";
import { Input } from "../../components/ui/input.tsx";
import { trpc } from "../../lib/trpc.ts";
import { TokenChip } from "./token-chip.tsx";

interface TagsInputProps
  extends Pick<ComponentProps<"input">, "aria-label" | "aria-invalid" | "aria-describedby"> {
  values: readonly string[];
  /** Several of which any will do: Enter or a comma takes each. Else what is typed is the one. */
  isSeveral: boolean;
  hasSuggestions: boolean;
  onValuesChange: (values: string[]) => void;
}

/** A box for a word, or for several, with the tags in use offered. */
export function TagsInput({ values, isSeveral, hasSuggestions, onValuesChange, ...input }: TagsInputProps) {
  const [typed, setTyped] = useState("");
  const list = useId();
  function take(): void {
    const word = typed.trim().replace(/^#/, "");
    setTyped("");
    if (word !== "" && !values.includes(word)) onValuesChange([...values, word]);
  }
  return (
    <>
      {isSeveral
        ? values.map((value) => (
            <TokenChip
              key={value}
              removeLabel={`Take out ${value}`}
              onRemove={() => onValuesChange(values.filter((other) => other !== value))}
            >
              {value}
            </TokenChip>
          ))
        : null}
      <Input
        {...input}
        {...(hasSuggestions && { list })}
        autoComplete="off"
        autoCapitalize="none"
        maxLength={500}
        placeholder={isSeveral ? "One, then Enter" : hasSuggestions ? "pantry" : undefined}
        value={isSeveral ? typed : (values[0] ?? "")}
        onChange={(event) => {
          if (isSeveral) setTyped(event.target.value);
          else onValuesChange([event.target.value]);
        }}
        onKeyDown={(event) => {
          if (!isSeveral || (event.key !== "Enter" && event.key !== ",") || typed.trim() === "") return;
          event.preventDefault();
          take();
        }}
        onBlur={isSeveral ? take : undefined}
        className="w-40"
      />
      {hasSuggestions ? <TagSuggestions id={list} /> : null}
    </>
  );
}

/** The tags of what was changed last, as the browser offers them. */
function TagSuggestions({ id }: { id: string }) {
  const items = useQuery(trpc.items.list.queryOptions({ limit: LIST_LIMIT_MAX, sort: "-updated_at" }));
  const tags = [...new Set((items.data?.data ?? []).flatMap((item) => item.tags))];
  return (
    <datalist id={id}>
      {tags.toSorted().map((tag) => (
        <option key={tag} value={tag} />
      ))}
    </datalist>
  );
}
