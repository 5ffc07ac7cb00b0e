import type { Item } from "@stowage/contract/items";
import { useMutation } from "@tanstack/react-query";
import { Minus, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Input } from "../../components/ui/input.tsx";
import { formatQuantity } from "../../lib/format.ts";
import { showProblem, showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { tapQuantity, useShownQuantity } from "./item-adjustments.ts";
import { patchCachedItem, refreshItems } from "./item-cache.ts";

/** The stepper of an item's own page: − and + as on a row, and a box to type what was counted. */
export function QuantityCounter({ item }: { item: Item }) {
  const shown = useShownQuantity(item);
  const [typed, setTyped] = useState<string | null>(null);
  const count = useMutation(
    trpc.items.adjust.mutationOptions({
      onSuccess: ({ event_seq: _, ...after }) => {
        patchCachedItem(item.id, after);
        setTyped(null);
        showToast({ title: `Counted: ${formatQuantity(after.quantity, after.unit)}.` });
        return refreshItems();
      },
      onError: (error) => showProblem("The count was not saved.", error),
    }),
  );
  const counted = typed === null ? null : parseCount(typed);
  const isChanged = counted !== null && counted !== shown;
  return (
    <form
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) count.mutate({ id: item.id, count: counted });
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: the form around it is the group of the page already */}
      <div role="group" aria-label={`Quantity of ${item.name}`} className="flex items-center gap-1.5">
        <Button
          size="lg"
          aria-label="Take one"
          disabled={shown === 0}
          onClick={() => tapQuantity(item, -1)}
          className="px-3"
        >
          <Minus aria-hidden />
        </Button>
        <Input
          aria-label={`Quantity in ${item.unit}`}
          inputMode="decimal"
          autoComplete="off"
          value={typed ?? String(shown)}
          onChange={(event) => {
            if (/^\d*[.,]?\d{0,3}$/.test(event.target.value)) setTyped(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape") setTyped(null);
          }}
          className="h-10 w-24 text-center text-base font-semibold tabular-nums coarse:h-11"
        />
        <Button size="lg" aria-label="Add one" onClick={() => tapQuantity(item, 1)} className="px-3">
          <Plus aria-hidden />
        </Button>
      </div>
      <span className="text-ui text-muted">{item.unit}</span>
      {isChanged ? (
        <Button type="submit" variant="primary" isBusy={count.isPending}>
          Save count
        </Button>
      ) : null}
    </form>
  );
}

function parseCount(text: string): number | null {
  const value = Number.parseFloat(text.replace(",", "."));
  return Number.isNaN(value) ? null : value;
}
