import { CornerDownLeft } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";

/** For a label that no camera reads, and for what is known by heart. */
export function ManualCodeForm({ onCode }: { onCode: (code: string) => void }) {
  const [code, setCode] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() === "") return;
        onCode(code.trim());
        setCode("");
      }}
    >
      <Field
        label="Or type a code"
        hint="A label's code, a barcode or a SKU. Scanners that type work anywhere here."
      >
        <div className="flex gap-2">
          <Input
            value={code}
            maxLength={300}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            enterKeyHint="go"
            onChange={(event) => setCode(event.target.value)}
            className="font-mono"
          />
          <Button type="submit" className="coarse:h-11" disabled={code.trim() === ""}>
            <CornerDownLeft aria-hidden />
            Enter
          </Button>
        </div>
      </Field>
    </form>
  );
}
