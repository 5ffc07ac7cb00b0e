import { useState } from "react";
import { Field } from "../../components/ui/field.tsx";
import { Textarea } from "../../components/ui/textarea.tsx";
import { networkProblems } from "./key-bounds.ts";

interface NetworksFieldProps {
  /** Addresses or networks, one a line. */
  value: string;
  onValueChange: (value: string) => void;
  error?: string | undefined;
}

/** The networks that a key may be used from; each line that names none is said once the box is left. */
export function NetworksField({ value, onValueChange, error }: NetworksFieldProps) {
  const [isLeft, setIsLeft] = useState(false);
  const wrong = isLeft || error ? networkProblems(value) : [];
  const lines = wrong.map(({ line, text }) => (
    <span key={line} className="block">
      Line {line}: “{text}” is no address or network.
    </span>
  ));
  return (
    <Field
      label="Networks"
      aside={value.trim() === "" ? "Anywhere" : undefined}
      hint="One address or network a line, such as 192.168.1.0/24 or 2001:db8::/32. From elsewhere it is refused."
      error={lines.length > 0 ? lines : error}
    >
      <Textarea
        name="networks"
        rows={2}
        spellCheck={false}
        autoCapitalize="none"
        className="min-h-9 font-mono"
        placeholder="Anywhere"
        value={value}
        onChange={(event) => {
          setIsLeft(false);
          onValueChange(event.target.value);
        }}
        onBlur={() => setIsLeft(true)}
      />
    </Field>
  );
}
