import { Minus, Plus } from "lucide-react";
import { useState } from "react";
import { Field } from "../../components/ui/field.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { Input } from "../../components/ui/input.tsx";
import { quantityOf } from "./quantity-of.ts";

/** How many each scan adds or takes. */
export function QuantityEach({
  value,
  onValueChange,
}: {
  value: number;
  onValueChange: (value: number) => void;
}) {
  const [typed, setTyped] = useState(String(value));
  const choose = (next: number) => {
    setTyped(String(next));
    onValueChange(next);
  };
  const isWrong = quantityOf(typed) === null;
  return (
    <Field label="With each scan" error={isWrong ? "A number above nothing." : null}>
      <div className="flex items-center gap-1">
        <IconButton icon={Minus} label="One less" disabled={value <= 1} onClick={() => choose(value - 1)} />
        <Input
          inputMode="decimal"
          className="w-24 text-center tabular-nums"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            const next = quantityOf(event.target.value);
            if (next !== null && next > 0) onValueChange(next);
          }}
        />
        <IconButton icon={Plus} label="One more" onClick={() => choose(value + 1)} />
      </div>
    </Field>
  );
}
