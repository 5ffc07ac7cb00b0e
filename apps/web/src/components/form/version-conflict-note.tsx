import { Button } from "../ui/button.tsx";

interface VersionConflictNoteProps {
  /** Puts the other version into the form; what was typed is lost. */
  onReload: () => void;
  /** Saves what was typed over the other version. */
  onOverwrite: () => void;
  isBusy?: boolean;
}

/** Somebody saved the same thing meanwhile: the reader says whose version stays. */
export function VersionConflictNote({ onReload, onOverwrite, isBusy = false }: VersionConflictNoteProps) {
  return (
    <div
      role="alert"
      className="flex flex-col gap-2 rounded-md bg-warn-soft px-3 py-2.5 text-ui text-warn-ink"
    >
      <p>
        <span className="font-medium">Somebody changed it meanwhile.</span> Load their version and lose what
        you typed, or save yours: it replaces only the fields that you changed.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={onReload} isBusy={isBusy}>
          Load their version
        </Button>
        <Button size="sm" onClick={onOverwrite} isBusy={isBusy}>
          Save mine
        </Button>
      </div>
    </div>
  );
}
