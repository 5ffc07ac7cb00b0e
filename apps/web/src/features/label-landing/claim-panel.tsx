import type { ReactNode } from "react";
import { Button } from "../../components/ui/button.tsx";

interface ClaimPanelProps {
  title: string;
  submit: string;
  isReady: boolean;
  isBusy: boolean;
  onSubmit: () => void;
  children: ReactNode;
}

/** One way to use a blank label: a few fields and the button that puts it there. */
export function ClaimPanel({ title, submit, isReady, isBusy, onSubmit, children }: ClaimPanelProps) {
  return (
    <form
      aria-label={title}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4 shadow-raised"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isBusy) onSubmit();
      }}
    >
      <h2 className="text-ui font-semibold">{title}</h2>
      {children}
      <Button
        type="submit"
        variant="primary"
        className="mt-auto self-start"
        disabled={!isReady}
        isBusy={isBusy}
      >
        {submit}
      </Button>
    </form>
  );
}
