import { X } from "lucide-react";
import { useState } from "react";
import { useBoundField } from "../../components/form/use-bound-field.ts";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { splitList } from "../../lib/word-list.ts";

/** As many as the server takes. */
const BARCODES_MAX = 10;
const BARCODE_LENGTH_MAX = 128;

/** Barcodes, typed or from a scanner that types and presses Enter. Stands in an `AppField`. */
export function BarcodesField() {
  const field = useBoundField<string[]>();
  const [text, setText] = useState("");

  function take(): void {
    const codes = splitList(text);
    setText("");
    if (codes.length > 0) field.change([...new Set([...field.value, ...codes])].slice(0, BARCODES_MAX));
  }

  return (
    <Field label="Barcodes" hint="Scan or type one, then Enter." error={field.error}>
      {field.value.length > 0 ? (
        <ul aria-label="Barcodes" className="flex flex-wrap gap-1.5">
          {field.value.map((code) => (
            <li
              key={code}
              className="inline-flex h-7 max-w-full items-center rounded-md bg-hover pl-2 font-mono text-xs coarse:h-10"
            >
              <span className="truncate">{code}</span>
              <button
                type="button"
                aria-label={`Remove ${code}`}
                onClick={() => field.change(field.value.filter((each) => each !== code))}
                className="inline-flex size-7 items-center justify-center rounded-md text-muted hover:text-ink coarse:size-10"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <Input
        name="barcodes"
        autoComplete="off"
        enterKeyHint="done"
        maxLength={BARCODE_LENGTH_MAX}
        disabled={field.value.length >= BARCODES_MAX}
        placeholder="4006381333931"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || text === "") return;
          // The form is not sent: a scanner's Enter only ends the code.
          event.preventDefault();
          take();
        }}
        onBlur={take}
      />
    </Field>
  );
}
