import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useId, useState } from "react";
import { HitLine } from "../../components/search/hit-line.tsx";
import { HitLink } from "../../components/search/hit-link.tsx";
import { useOpenThing } from "../../components/search/use-open-thing.ts";
import { RefetchLine } from "../../components/ui/refetch-line.tsx";
import { SearchInput } from "../../components/ui/search-input.tsx";
import { cx } from "../../lib/class-names.ts";
import { problemSentence } from "../../lib/problem.ts";
import { trpc } from "../../lib/trpc.ts";
import { useSettled } from "../../lib/use-settled.ts";

const HITS_SHOWN = 8;

/** The big box: finds items, bins and places as one types. Arrows choose, Enter goes there. */
export function HomeSearch() {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const q = typed.trim();
  const settled = useSettled(q);
  const found = useQuery(
    trpc.search.search.queryOptions(
      { q: settled, limit: HITS_SHOWN },
      { enabled: settled !== "", placeholderData: (previous) => previous },
    ),
  );
  const hits = q === "" ? [] : (found.data?.data ?? []);
  const isShown = isOpen && q !== "";
  const isAnswered = settled === q && !found.isFetching;
  const listId = useId();
  const optionId = (index: number) => `${listId}-${index}`;
  const navigate = useNavigate();
  const open = useOpenThing();
  const showAll = () => void navigate({ to: "/items", search: { q } });

  function change(next: string) {
    setTyped(next);
    setChosen(0);
    setIsOpen(true);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const last = hits.length; // the way to the list comes after the hits
    const steps: Record<string, number> = {
      ArrowDown: chosen === last ? 0 : chosen + 1,
      ArrowUp: chosen === 0 ? last : chosen - 1,
    };
    const next = steps[event.key];
    if (next === undefined || q === "") return;
    event.preventDefault();
    setIsOpen(true);
    setChosen(next);
  }

  function enter() {
    const hit = hits[chosen];
    if (q === "") return;
    if (hit && isAnswered) open(hit);
    else showAll();
  }

  const optionStyles = (index: number) =>
    cx(
      "flex min-h-10 cursor-pointer items-center gap-3 px-3.5 py-1 text-ui coarse:min-h-12",
      index === chosen && "bg-hover",
    );
  return (
    <search
      className="relative mb-6 block"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setIsOpen(false);
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          enter();
        }}
      >
        <SearchInput
          size="lg"
          label="Search everything"
          placeholder="Find an item, bin or location"
          maxLength={200}
          role="combobox"
          aria-expanded={isShown}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isShown ? optionId(chosen) : undefined}
          value={typed}
          onValueChange={change}
          onFocus={() => setIsOpen(true)}
          onKeyDownCapture={onKeyDown}
        />
      </form>
      <div
        className={cx(
          "absolute inset-x-0 top-full z-20 mt-1.5 overflow-hidden rounded-lg bg-surface py-1 shadow-popup",
          !isShown && "hidden",
        )}
      >
        <RefetchLine isActive={isShown && !isAnswered} />
        <p
          role="status"
          className={cx("px-3.5 text-ui text-muted", hits.length === 0 && isAnswered && "py-2")}
        >
          {found.isError && isAnswered ? problemSentence(found.error) : null}
          {found.isSuccess && isAnswered && hits.length === 0
            ? `Nothing is called “${q}”, nor anything like it.`
            : null}
        </p>
        <div role="listbox" id={listId} aria-label="What was found">
          {hits.map((hit, index) => (
            <HitLink
              key={hit.id}
              hit={hit}
              role="option"
              id={optionId(index)}
              aria-selected={index === chosen}
              tabIndex={-1}
              className={optionStyles(index)}
              onMouseMove={() => setChosen(index)}
            >
              <HitLine hit={hit} />
            </HitLink>
          ))}
          <div
            role="option"
            id={optionId(hits.length)}
            aria-selected={chosen === hits.length}
            tabIndex={-1}
            className={cx(optionStyles(hits.length), "text-muted", hits.length > 0 && "border-t border-line")}
            onMouseMove={() => setChosen(hits.length)}
            // The keyboard stays in the box above and chooses from there.
            onMouseDown={(event) => event.preventDefault()}
            onClick={showAll}
            onKeyDown={undefined}
          >
            <span className="min-w-0 truncate">Show all items with “{q}”</span>
          </div>
        </div>
      </div>
    </search>
  );
}
