import { useMutation } from "@tanstack/react-query";
import { CornerDownLeft, Plus } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Input } from "../../components/ui/input.tsx";
import { Kbd } from "../../components/ui/kbd.tsx";
import { useRegisterActions } from "../../lib/actions.ts";
import { formatNumber } from "../../lib/format.ts";
import { problemSentence } from "../../lib/problem.ts";
import { trpc } from "../../lib/trpc.ts";
import { refreshItems } from "../items/item-cache.ts";
import { parseQuickAdd } from "./quick-add.ts";

/** Puts things into a bin as fast as one can name them: a line, Enter, the next line. */
export function QuickAddLine({ binId }: { binId: string }) {
  const [line, setLine] = useState("");
  const [said, setSaid] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const create = useMutation(trpc.items.create.mutationOptions());
  const parsed = parseQuickAdd(line);
  useRegisterActions([
    {
      id: "create.quick",
      label: "Add to this bin",
      section: "Add",
      icon: Plus,
      keys: "c",
      run: () => input.current?.focus(),
    },
  ]);

  async function add() {
    if (!parsed || create.isPending) return;
    setLine("");
    try {
      const item = await create.mutateAsync({ ...parsed, bin_id: binId });
      setSaid(`Added ${formatNumber(item.quantity)} ${unitWord(parsed.unit)} ${item.name}.`);
      await refreshItems();
    } catch {
      // What was typed comes back, unless the next line has been begun.
      setLine((current) => (current === "" ? line : current));
    }
  }

  return (
    <form
      className="mb-3"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
        input.current?.focus();
      }}
    >
      <div className="flex gap-2">
        <div className="relative min-w-0 grow">
          <Plus
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint"
          />
          <Input
            ref={input}
            aria-label="Quick add"
            aria-describedby={hintId}
            placeholder="10 x M3 screws"
            autoComplete="off"
            enterKeyHint="done"
            maxLength={230}
            value={line}
            onChange={(event) => {
              create.reset();
              setLine(event.target.value);
            }}
            className="peer h-9 pl-8"
          />
          <Kbd
            keys="c"
            className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 peer-focus:hidden peer-[:not(:placeholder-shown)]:hidden"
          />
        </div>
        <Button type="submit" className="h-9 coarse:h-11" isBusy={create.isPending} disabled={!parsed}>
          <CornerDownLeft aria-hidden />
          Add
        </Button>
      </div>
      <p id={hintId} className="mt-1.5 min-h-4 text-xs text-muted">
        {parsed ? (
          <>
            Adds <span className="font-medium text-ink tabular-nums">{formatNumber(parsed.quantity)}</span>{" "}
            {unitWord(parsed.unit)} <span className="font-medium text-ink">{parsed.name}</span>
            {parsed.tags ? `, tagged ${parsed.tags.join(", ")}` : null}
          </>
        ) : (
          said ||
          "Type a line and press Enter: “10 x M3 screws”, “2.5 kg flour”, “3 boxes of A4 paper #office”."
        )}
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
      {create.error ? (
        <p role="alert" className="mt-1 text-ui text-danger-ink">
          {problemSentence(create.error)}
        </p>
      ) : null}
    </form>
  );
}

/** Between a number and a name: the unit, or × for pieces. */
const unitWord = (unit: string | undefined) => unit ?? "×";
