import type { EditConflict } from "../../lib/use-versioned-edit.ts";
import { ChangeList } from "../events/change-list.tsx";
import { Button } from "../ui/button.tsx";
import { bringIntoSight } from "./bring-into-sight.ts";

interface VersionConflictNoteProps {
  /** What they changed. */
  changes?: EditConflict<unknown>["changes"];
  /** Puts the other version into the form; what was typed is lost. */
  onReload: () => void;
  /** Saves what was typed over the other version. */
  onOverwrite: () => void;
  isBusy?: boolean;
}

/** Somebody saved the same thing meanwhile: the reader says whose version stays. */
export function VersionConflictNote({
  changes = {},
  onReload,
  onOverwrite,
  isBusy = false,
}: VersionConflictNoteProps) {
  return (
    <div
      ref={bringIntoSight}
      role="alert"
      className="flex flex-col gap-2 rounded-md bg-warn-soft px-3 py-2.5 text-ui text-warn-ink"
    >
      <p>
        <span className="font-medium">Somebody changed it meanwhile.</span> Load their version and lose what
        you typed, or save yours: it replaces only the fields that you changed.
      </p>
      {Object.keys(changes).length > 0 ? (
        <div className="rounded-md bg-surface px-2.5 py-1.5 text-ink">
          <ChangeList changes={changes} />
        </div>
      ) : null}
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
