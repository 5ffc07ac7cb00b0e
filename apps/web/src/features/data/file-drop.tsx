import { FileUp } from "lucide-react";
import { type DragEvent, useState } from "react";
import { cx } from "../../lib/class-names.ts";
import { FileButton } from "./file-button.tsx";

interface FileDropProps {
  onFile: (file: File) => void;
}

/** Where a file is chosen, or dropped. */
export function FileDrop({ onFile }: FileDropProps) {
  // Coming from an element within to another counts as leaving too, so enters and leaves are counted.
  const [depth, setDepth] = useState(0);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDepth(0);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the box to choose a file is the first
    <div
      onDragEnter={() => setDepth(depth + 1)}
      onDragLeave={() => setDepth(Math.max(0, depth - 1))}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      className={cx(
        "flex flex-col items-center gap-3 rounded-lg border border-dashed px-4 py-8 text-center transition-colors",
        depth > 0 ? "border-accent-ink bg-accent-soft" : "border-control bg-sunken",
      )}
    >
      <FileUp aria-hidden className="size-5 text-muted" />
      <div>
        <p className="text-ui font-medium text-ink">
          <span className="coarse:hidden">Drop a file here, or choose one</span>
          <span className="hidden coarse:inline">Choose a file</span>
        </p>
        <p className="mt-0.5 text-xs text-muted">
          A CSV of items, bins, places, tasks or projects, or an export of Stowage’s (NDJSON)
        </p>
      </div>
      <FileButton onFile={onFile}>Choose a file</FileButton>
    </div>
  );
}
