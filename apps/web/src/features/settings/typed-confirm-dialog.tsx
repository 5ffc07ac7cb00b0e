import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";

interface TypedConfirmDialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** What will happen. */
  children: ReactNode;
  /** What has to be typed, and what it is: "name", "e-mail address". */
  expected: string;
  noun: string;
  confirmLabel: string;
  onConfirm: () => void;
  isBusy: boolean;
  error: ReactNode;
}

/** For what nobody gets back: typing what ends makes sure that it is this one, and no slip. */
export function TypedConfirmDialog({ expected, noun, children, ...props }: TypedConfirmDialogProps) {
  const [typed, setTyped] = useState("");
  const [isMissed, setIsMissed] = useState(false);
  const isRight = typed.trim() === expected;

  function confirm() {
    if (isRight) props.onConfirm();
    else setIsMissed(true);
  }

  return (
    <ConfirmDialog
      {...props}
      onClose={() => {
        setTyped("");
        setIsMissed(false);
        props.onClose();
      }}
      onConfirm={confirm}
    >
      {children}
      <Field
        label={
          <>
            To confirm, type <strong className="font-semibold break-all">{expected}</strong>
          </>
        }
        error={
          isMissed && !isRight ? `This is not the ${noun}. Type it exactly as it stands above.` : undefined
        }
        className="mt-4"
      >
        <Input
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !props.isBusy) confirm();
          }}
        />
      </Field>
    </ConfirmDialog>
  );
}
