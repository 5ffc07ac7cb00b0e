import { Download, Printer } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Checkbox } from "../../components/ui/checkbox.tsx";
import { CopyButton } from "../../components/ui/copy-button.tsx";
import { DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { saveText } from "../../lib/save-text.ts";

interface RecoveryCodesProps {
  codes: readonly string[];
  isStored: boolean;
  onStoredChange: (isStored: boolean) => void;
  onDone: () => void;
}

/** K62: the codes, shown this once, with three ways to keep them. */
export function RecoveryCodes({ codes, isStored, onStoredChange, onDone }: RecoveryCodesProps) {
  const copy = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    copy.current?.focus();
  }, []);
  const shown = codes.map(inGroups);
  const text = `${shown.join("\n")}\n`;
  const heading = `Recovery codes for ${window.location.host}`;
  return (
    <>
      <DialogBody>
        <div
          data-print-alone
          className="rounded-lg border border-line bg-sunken px-4 py-3 text-ui print:border-0 print:bg-transparent print:text-[black]"
        >
          <p className="mb-4 hidden font-semibold print:block">{heading}</p>
          <ul
            aria-label="Recovery codes"
            className="grid grid-cols-2 gap-x-6 gap-y-1.5 font-mono max-[26rem]:grid-cols-1"
          >
            {shown.map((code) => (
              <li key={code} className="select-all">
                {code}
              </li>
            ))}
          </ul>
        </div>
        <div className="flex flex-wrap gap-2">
          <CopyButton
            ref={copy}
            text={text}
            label="Copy the codes"
            variant="primary"
            onCopied={() => onStoredChange(true)}
          />
          <Button
            onClick={() => {
              saveText("stowage-recovery-codes.txt", `${heading}\n\n${text}`);
              onStoredChange(true);
            }}
          >
            <Download aria-hidden />
            Download
          </Button>
          <Button onClick={() => window.print()}>
            <Printer aria-hidden />
            Print
          </Button>
        </div>
      </DialogBody>
      <DialogFooter className="justify-between max-sm:flex-col max-sm:items-stretch">
        <Checkbox label="I have stored them" isChecked={isStored} onCheckedChange={onStoredChange} />
        <Button variant="primary" disabled={!isStored} onClick={onDone}>
          Done
        </Button>
      </DialogFooter>
    </>
  );
}

/** Four by four, as it is read off and typed. The server takes them either way. */
function inGroups(code: string): string {
  return (
    code
      .replaceAll("-", "")
      .match(/.{1,4}/g)
      ?.join("-") ?? code
  );
}
