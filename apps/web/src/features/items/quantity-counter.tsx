import type { Item } from "@stowage/contract/items";
import { useMutation } from "@tanstack/react-query";
import { Minus, Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Input } from "../../components/ui/input.tsx";
import { formatQuantity } from "../../lib/format.ts";
import { showProblem } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { showUndoToast } from "../../lib/undo-toast.ts";
import { tapQuantity, useShownQuantity } from "./item-adjustments.ts";
import { patchCachedItem, refreshItems } from "./item-cache.ts";
import { LowBadge } from "./low-badge.tsx";
import { CHANGE_TYPED, type TypedChange, typedChange } from "./typed-change.ts";

const REASON_MAX = 500;

/** The stepper of an item's own page: − and + as on a row, and a box to type a count, or `+5` and `-3`, with a reason. */
export function QuantityCounter({ item }: { item: Item }) {
  const shown = useShownQuantity(item);
  const [typed, setTyped] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const change = typed === null ? null : typedChange(typed);
  const isChange = change !== null && !("count" in change ? change.count === shown : change.delta === 0);
  const adjust = useMutation(trpc.items.adjust.mutationOptions());

  async function save(asked: TypedChange): Promise<void> {
    try {
      const { event_seq, ...after } = await adjust.mutateAsync({
        id: item.id,
        ...asked,
        ...(reason.trim() && { reason: reason.trim() }),
      });
      patchCachedItem(item.id, after);
      setTyped(null);
      setReason("");
      showUndoToast({
        title: `Now ${formatQuantity(after.quantity, after.unit)}.`,
        undo: event_seq === null ? [] : [event_seq],
      });
      await refreshItems();
    } catch (error) {
      showProblem("The quantity was not changed.", error);
    }
  }

  return (
    <form
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChange && !adjust.isPending) void save(change);
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
          title="Type a count, or +5 and -3"
          inputMode="text"
          autoComplete="off"
          value={typed ?? String(shown)}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            if (CHANGE_TYPED.test(event.target.value)) setTyped(event.target.value);
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
      <span className="flex items-center gap-2 text-ui text-muted">
        {item.unit}
        <LowBadge item={item} />
      </span>
      {isChange ? (
        <>
          <Input
            aria-label="Reason"
            placeholder="Reason (optional)"
            autoComplete="off"
            maxLength={REASON_MAX}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            className="h-10 w-48 max-sm:w-auto max-sm:min-w-0 max-sm:grow max-sm:basis-40 coarse:h-11"
          />
          <Button type="submit" size="lg" variant="primary" isBusy={adjust.isPending}>
            {saveWords(change, item.unit)}
          </Button>
        </>
      ) : null}
    </form>
  );
}

function saveWords(change: TypedChange, unit: string): string {
  if ("count" in change) return "Save count";
  return `${change.delta > 0 ? "Add" : "Take"} ${formatQuantity(Math.abs(change.delta), unit)}`;
}
