import { X } from "lucide-react";
import { useRef } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Field } from "../../components/ui/field.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { Input } from "../../components/ui/input.tsx";
import { focusOnce } from "./focus-once.ts";
import type { HeaderDraft, standingOf } from "./trigger-draft.ts";

interface HeaderLineProps {
  header: HeaderDraft;
  standing: ReturnType<typeof standingOf>;
  /** It was just added, and gets the focus. */
  isNew: boolean;
  nameProblem: string | undefined;
  valueProblem: string | undefined;
  onChange: (header: HeaderDraft) => void;
  onRemove: () => void;
}

/** A header of one's own. A kept value is never shown: it can be replaced, or the header removed. */
export function HeaderLine({
  header,
  standing,
  isNew,
  nameProblem,
  valueProblem,
  onChange,
  onRemove,
}: HeaderLineProps) {
  const { name, value, was } = header;
  // The button that was pressed goes away: what comes in its place takes the focus, and nothing does later.
  const isTurning = useRef(false);
  const takeFocus = (control: HTMLElement | null) => {
    if (control === null || !isTurning.current) return;
    isTurning.current = false;
    control.focus();
  };
  const turn = (to: "kept" | "replaced") => {
    isTurning.current = true;
    onChange({ ...header, was: to, value: "" });
  };
  return (
    <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto] items-start gap-1.5 max-sm:grid-cols-[minmax(0,1fr)_auto]">
      <Field label="Name of the header" isLabelHidden error={nameProblem}>
        <Input
          {...(isNew && { ref: focusOnce })}
          placeholder="Authorization"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          readOnly={was !== "own"}
          value={name}
          onChange={(event) => onChange({ ...header, name: event.target.value })}
          className="font-mono text-xs read-only:bg-sunken"
        />
      </Field>
      <div className="min-w-0 max-sm:order-last max-sm:col-span-2">
        {standing === "kept" ? (
          <span className="flex h-8 min-w-0 items-center gap-2 text-ui text-muted coarse:h-11">
            <span className="truncate">Kept, and never shown</span>
            <Button ref={takeFocus} size="sm" onClick={() => turn("replaced")}>
              Replace
            </Button>
          </span>
        ) : (
          <Field
            label={`Value of ${name === "" ? "the header" : name}`}
            isLabelHidden
            isRequired={was !== "own"}
            error={valueProblem}
            hint={
              standing === "elsewhere" ? "Enter it again: it was meant for the former address." : undefined
            }
          >
            <Input
              ref={takeFocus}
              placeholder="Its value"
              type="password"
              autoComplete="off"
              spellCheck={false}
              maxLength={2_000}
              value={value}
              onChange={(event) => onChange({ ...header, value: event.target.value })}
              className="font-mono text-xs"
            />
          </Field>
        )}
        {standing === "replaced" ? (
          <Button variant="quiet" size="sm" className="mt-1 w-fit" onClick={() => turn("kept")}>
            Keep the old one
          </Button>
        ) : null}
      </div>
      <IconButton icon={X} label={`Remove the header ${name}`.trim()} onClick={onRemove} />
    </div>
  );
}
