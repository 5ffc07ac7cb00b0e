import { useRef } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { Textarea } from "../../components/ui/textarea.tsx";
import { withLookUp } from "./look-ups.ts";

interface TemplateFieldProps {
  label: string;
  isLabelHidden?: boolean;
  /** Several lines. */
  isLong?: boolean;
  placeholder: string;
  max: number;
  value: string;
  error: string | undefined;
  lookUps: readonly string[];
  onValueChange: (value: string) => void;
}

/** Text with look-ups such as `{{subject.name}}`, which buttons put in where the cursor is. */
export function TemplateField({
  label,
  isLong = false,
  lookUps,
  value,
  onValueChange,
  ...props
}: TemplateFieldProps) {
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  function insert(path: string): void {
    const { selectionStart, selectionEnd } = box.current ?? {};
    const { text, cursor } = withLookUp(
      value,
      path,
      selectionStart ?? value.length,
      selectionEnd ?? value.length,
    );
    onValueChange(text.slice(0, props.max));
    // After React has written the text.
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(cursor, cursor);
    });
  }
  const Box = isLong ? Textarea : Input;
  return (
    <Field label={label} isLabelHidden={props.isLabelHidden ?? false} error={props.error}>
      <Box
        ref={box}
        autoComplete="off"
        placeholder={props.placeholder}
        maxLength={props.max}
        value={value}
        onChange={(event: { target: { value: string } }) => onValueChange(event.target.value)}
      />
      <div className="flex flex-wrap items-center gap-1">
        <span className="text-xs text-muted">Insert</span>
        {lookUps.map((path) => (
          <Button
            key={path}
            variant="quiet"
            size="sm"
            className="px-1.5 font-mono text-xs"
            onClick={() => insert(path)}
          >
            {`{{${path}}}`}
          </Button>
        ))}
      </div>
    </Field>
  );
}
