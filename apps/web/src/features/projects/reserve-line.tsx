import { useMutation } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Input } from "../../components/ui/input.tsx";
import { showProblem } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { type ChosenItem, ItemPicker } from "./item-picker.tsx";
import { refreshProjects } from "./project-cache.ts";
import { parseQuantity } from "./quantity-text.ts";

interface ReserveLineProps {
  projectId: string;
  /** Items that are on the list already. */
  taken: ReadonlySet<string>;
}

/** A line that adds one item after another: found by name, how much, Enter. */
export function ReserveLine({ projectId, taken }: ReserveLineProps) {
  const [item, setItem] = useState<ChosenItem | null>(null);
  const [typed, setTyped] = useState("1");
  const line = useRef<HTMLFormElement>(null);
  const quantity = parseQuantity(typed);
  const reserve = useMutation(
    trpc.projects.reserve.mutationOptions({
      onSuccess: () => {
        setItem(null);
        setTyped("1");
        line.current?.querySelector("input")?.focus();
        return refreshProjects();
      },
      onError: (error) => showProblem("It was not reserved.", error),
    }),
  );
  return (
    <form
      ref={line}
      className="flex gap-2 max-sm:flex-wrap"
      onSubmit={(event) => {
        event.preventDefault();
        if (item && quantity !== null && !reserve.isPending)
          reserve.mutate({ id: projectId, item_id: item.id, quantity });
      }}
    >
      <div className="min-w-0 grow max-sm:w-full">
        <ItemPicker
          label="Item to reserve"
          placeholder="Add an item: type a part of its name"
          value={item}
          onValueChange={setItem}
          taken={taken}
        />
      </div>
      <Input
        aria-label="Quantity to reserve"
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-invalid={quantity === null || undefined}
        className="w-24 text-right tabular-nums max-sm:grow"
      />
      <Button type="submit" isBusy={reserve.isPending} disabled={item === null || quantity === null}>
        <Plus aria-hidden />
        Reserve
      </Button>
    </form>
  );
}
