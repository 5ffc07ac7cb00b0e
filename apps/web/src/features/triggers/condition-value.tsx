import type { FieldKind } from "@stowage/contract/trigger-fields";
import type { ReactNode } from "react";
import { Input } from "../../components/ui/input.tsx";
import { cx } from "../../lib/class-names.ts";
import type { ConditionDraft } from "./condition-draft.ts";
import { IdPicker } from "./id-picker.tsx";
import { TagsInput } from "./tags-input.tsx";
import { ThingName } from "./thing-name.tsx";
import { TokenChip } from "./token-chip.tsx";
import { TokenSelect } from "./token-select.tsx";
import { wordChoices } from "./word-choices.ts";

interface ConditionValueProps {
  condition: ConditionDraft;
  kind: FieldKind | "custom";
  families: readonly string[];
  problem: string | undefined;
  describedBy?: string | undefined;
  onValuesChange: (values: string[]) => void;
}

const LABEL = "What it is compared with";
const YES_NO = [
  { value: "yes", label: "yes" },
  { value: "no", label: "no" },
] as const;

/** What a field is compared with, by what it holds; several where any of them will do. */
export function ConditionValue(props: ConditionValueProps) {
  const { condition, kind, onValuesChange } = props;
  const { field, op, as, values } = condition;
  const [first = ""] = values;
  const common = {
    "aria-label": LABEL,
    "aria-invalid": props.problem !== undefined || undefined,
    "aria-describedby": props.describedBy,
  };
  const one = (value: string) => onValuesChange([value]);
  const words = wordChoices(field, props.families);

  if (kind === "boolean" || (kind === "custom" && as === "yes_no"))
    return (
      <TokenSelect label={LABEL} value={first === "no" ? "no" : "yes"} choices={YES_NO} onValueChange={one} />
    );
  if (isPicked(field, kind))
    return op === "in" ? (
      <Several values={values} onValuesChange={onValuesChange} isName>
        <IdPicker key={values.join()} {...props} value={null} onValueChange={(id) => id && add(props, id)} />
      </Several>
    ) : (
      <IdPicker
        {...props}
        value={first === "" ? null : first}
        onValueChange={(id) => onValuesChange(id ? [id] : [])}
      />
    );
  if (words && op !== "contains")
    return op === "in" ? (
      <Several values={values} onValuesChange={onValuesChange}>
        <TokenSelect
          label={LABEL}
          value=""
          choices={words.filter(({ value }) => !values.includes(value))}
          isInvalid={props.problem !== undefined}
          describedBy={props.describedBy}
          onValueChange={(value) => add(props, value)}
        />
      </Several>
    ) : (
      <TokenSelect
        label={LABEL}
        value={first}
        choices={words}
        isInvalid={props.problem !== undefined}
        describedBy={props.describedBy}
        onValueChange={one}
      />
    );
  if (field === "tags" || op === "in")
    return (
      <TagsInput
        {...common}
        values={values}
        isSeveral={op === "in"}
        hasSuggestions={field === "tags"}
        onValuesChange={onValuesChange}
      />
    );
  const isNumber = kind === "number" || (kind === "custom" && as === "number");
  return (
    <Input
      {...common}
      {...(kind === "date" && { type: "date", min: "0001-01-01", max: "9999-12-31" })}
      {...(isNumber && { inputMode: "decimal" })}
      autoComplete="off"
      maxLength={500}
      value={first}
      onChange={(event) => one(event.target.value)}
      className={cx("w-56", isNumber && "w-24 tabular-nums", kind === "date" && "w-40")}
    />
  );
}

/** Whether it is a thing that one finds by its name; such a control shows by itself what is wrong. */
export function isPicked(field: string, kind: FieldKind | "custom" | null): boolean {
  return kind === "id" || field === "location_ids";
}

function add({ condition, onValuesChange }: ConditionValueProps, value: string): void {
  if (!condition.values.includes(value)) onValuesChange([...condition.values, value]);
}

interface SeveralProps extends Pick<ConditionValueProps, "onValuesChange"> {
  values: readonly string[];
  isName?: boolean;
  children: ReactNode;
}

/** Values of which any will do, each to be taken out, and the control that adds one. */
function Several({ values, onValuesChange, isName = false, children }: SeveralProps) {
  return (
    <>
      {values.map((value) => (
        <TokenChip
          key={value}
          removeLabel={isName ? "Take it out" : `Take out ${value}`}
          onRemove={() => onValuesChange(values.filter((other) => other !== value))}
        >
          {isName ? <ThingName id={value} /> : value}
        </TokenChip>
      ))}
      {children}
    </>
  );
}
