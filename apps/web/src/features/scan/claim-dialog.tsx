import { parseCode } from "@stowage/contract/codes";
import { useState } from "react";
import { Dialog, DialogBody } from "../../components/ui/dialog.tsx";
import { BlankLabel } from "../label-landing/blank-label.tsx";
import type { ScanEntry } from "./scan-entry.ts";

interface ClaimDialogProps {
  /** The scan of a blank label; null closes it. */
  entry: ScanEntry | null;
  onClose: () => void;
  onClaimed: (entry: ScanEntry) => void;
}

/** Puts a blank label on something without leaving the list of scans; then the scan is made again. */
export function ClaimDialog({ entry, onClose, onClaimed }: ClaimDialogProps) {
  // Stays while the dialog fades away.
  const [shown, setShown] = useState(entry);
  if (entry && entry !== shown) setShown(entry);
  const code = shown && (parseCode(labelIn(shown.code)) ?? shown.code);
  return (
    <Dialog
      isOpen={entry !== null}
      onClose={onClose}
      title={`Label ${code}`}
      description="This label is free. What is it on?"
      width="lg"
      closesOnOutsidePress={false}
    >
      <DialogBody>
        {shown && code ? (
          <BlankLabel
            key={shown.id}
            code={code}
            onClaimed={() => {
              onClose();
              onClaimed(shown);
            }}
          />
        ) : null}
      </DialogBody>
    </Dialog>
  );
}

/** The code in a label's address, or the code itself. */
const labelIn = (scanned: string) => /\/c\/([^/?#]+)/i.exec(scanned)?.[1] ?? scanned;
