import { Plus, X } from "lucide-react";
import { useBoundField } from "../form/use-bound-field.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Input } from "../ui/input.tsx";
import { Select, type SelectOption } from "../ui/select.tsx";
import {
  CUSTOM_FIELDS_MAX,
  type CustomRow,
  type CustomType,
  customName,
  newCustomRow,
} from "./custom-rows.ts";

const TYPES: readonly SelectOption<CustomType>[] = [
  { value: "text", label: "Text" },
  { value: "number", label: "Number" },
  { value: "yes_no", label: "Yes or no" },
  { value: "none", label: "Empty" },
];

/** Fields of one's own, each with a name that scripts can use and a value of a type. Stands in an `AppField`. */
export function CustomFieldsField() {
  const field = useBoundField<CustomRow[]>();
  const change = (id: number, part: Partial<CustomRow>) =>
    field.change(field.value.map((row) => (row.id === id ? { ...row, ...part } : row)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 text-ui font-medium text-ink">Custom fields</legend>
      {field.value.map((row, index) => (
        <div
          key={row.id}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 sm:grid-cols-[minmax(0,2fr)_7rem_minmax(0,2fr)_auto]"
        >
          <Input
            aria-label={`Name of field ${index + 1}`}
            placeholder="voltage"
            autoComplete="off"
            value={row.name}
            onChange={(event) => change(row.id, { name: event.target.value })}
            onBlur={() => change(row.id, { name: customName(row.name) })}
          />
          <Select
            aria-label={`Type of ${row.name || `field ${index + 1}`}`}
            className="max-sm:order-3 max-sm:col-span-2"
            value={row.type}
            onValueChange={(type) => change(row.id, { type })}
            options={TYPES}
          />
          <CustomValueInput row={row} onChange={(part) => change(row.id, part)} />
          <IconButton
            icon={X}
            label={`Remove ${row.name || `field ${index + 1}`}`}
            onClick={() => field.change(field.value.filter(({ id }) => id !== row.id))}
          />
        </div>
      ))}
      {field.error ? (
        <p role="alert" className="text-ui text-danger-ink">
          {field.error}
        </p>
      ) : null}
      <input type="hidden" name="custom_fields" />
      <Button
        size="sm"
        className="self-start"
        disabled={field.value.length >= CUSTOM_FIELDS_MAX}
        onClick={() => field.change([...field.value, newCustomRow()])}
      >
        <Plus aria-hidden />
        Add field
      </Button>
    </fieldset>
  );
}

interface CustomValueInputProps {
  row: CustomRow;
  onChange: (part: Partial<CustomRow>) => void;
}

function CustomValueInput({ row, onChange }: CustomValueInputProps) {
  const label = `Value of ${row.name || "the field"}`;
  const className = "max-sm:order-4 max-sm:col-span-2";
  if (row.type === "none")
    return <span className={`${className} self-center text-ui text-faint max-sm:hidden`}>no value</span>;
  if (row.type === "yes_no") {
    return (
      <Select
        aria-label={label}
        className={className}
        value={row.isYes ? "yes" : "no"}
        onValueChange={(value) => onChange({ isYes: value === "yes" })}
        options={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
      />
    );
  }
  return (
    <Input
      aria-label={label}
      autoComplete="off"
      inputMode={row.type === "number" ? "decimal" : "text"}
      className={className}
      value={row.text}
      onChange={(event) => onChange({ text: event.target.value })}
    />
  );
}
