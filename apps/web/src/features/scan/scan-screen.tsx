import type { ScanAction } from "@stowage/contract/scan";
import { Volume2, VolumeX } from "lucide-react";
import { useState } from "react";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { useStoredState } from "../../lib/stored-state.ts";
import { useMay } from "../../lib/use-may.ts";
import { CameraPanel } from "./camera-panel.tsx";
import { ClaimDialog } from "./claim-dialog.tsx";
import { DestinationField } from "./destination-field.tsx";
import { giveFeedback } from "./feedback.ts";
import { ManualCodeForm } from "./manual-code-form.tsx";
import { QuantityEach } from "./quantity-each.tsx";
import { SCAN_MODES, type ScanEntry } from "./scan-entry.ts";
import { ScanList } from "./scan-list.tsx";
import { useScanLog } from "./use-scan-log.ts";
import { useWedge } from "./use-wedge.ts";

interface ScanScreenProps {
  /** Whose list of scans it is. */
  place: string;
  mode: ScanAction;
  onModeChange: (mode: ScanAction) => void;
}

/** Scans one thing after the other, by camera, by a scanner that types, or by hand; each can be taken back. */
export function ScanScreen({ place, mode: wantedMode, onModeChange }: ScanScreenProps) {
  const mayWrite = useMay("items:write");
  const modes = mayWrite ? SCAN_MODES : SCAN_MODES.slice(0, 1);
  const mode = modes.find(({ value }) => value === wantedMode) ?? SCAN_MODES[0];
  const [each, setEach] = useState(1);
  const [to, setTo] = useState<ScanEntry["to"]>(null);
  const [isLoud, setIsLoud] = useStoredState("stowage.scan-sound", (stored) => stored === true, false);
  const log = useScanLog(place, (result) => giveFeedback(result, { isLoud }));
  const [claiming, setClaiming] = useState<ScanEntry | null>(null);
  const action = mode?.value ?? "lookup";
  const takesEach = action === "add" || action === "remove";
  const isWhereAsked = action === "move" && to === null;

  async function take(code: string): Promise<void> {
    if (claiming) return; // a dialog is in front
    const answer = await log.scan({
      code,
      action: isWhereAsked ? "lookup" : action,
      quantity: takesEach ? each : null,
      to: action === "move" || action === "create" ? to : null,
    });
    if (isWhereAsked && answer && answer.target.type !== "item")
      setTo({ code: answer.code, name: answer.target.name });
  }
  useWedge((code) => void take(code));

  return (
    <>
      <PageHeader
        title="Scan"
        purpose="Point the camera at labels and barcodes, or use a scanner that types."
        action={
          <IconButton
            icon={isLoud ? Volume2 : VolumeX}
            label={isLoud ? "Turn the sound off" : "Turn the sound on"}
            aria-pressed={isLoud}
            onClick={() => {
              setIsLoud(!isLoud);
              giveFeedback("ok", { isLoud: !isLoud });
            }}
          />
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-3">
          <Segmented
            label="What a scan does"
            value={action}
            onValueChange={onModeChange}
            options={modes.map(({ value, label }) => ({ value, label }))}
            className="grid w-full grid-cols-3"
          />
          <p className="text-ui text-muted">{mode?.hint}</p>
          {takesEach ? <QuantityEach value={each} onValueChange={setEach} /> : null}
          {action === "move" || action === "create" ? (
            <DestinationField isRequired={action === "move"} value={to} onValueChange={setTo} />
          ) : null}
          <CameraPanel onCode={(code) => void take(code)} />
        </div>
        <ScanList log={log} onClaim={setClaiming} />
        <ManualCodeForm onCode={(code) => void take(code)} />
      </div>
      <ClaimDialog
        entry={claiming}
        onClose={() => setClaiming(null)}
        onClaimed={(entry) => void log.retry(entry)}
      />
    </>
  );
}
