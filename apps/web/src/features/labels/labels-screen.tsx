import { CODES_RESERVED_MAX } from "@stowage/contract/limits";
import { useState } from "react";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { useMay } from "../../lib/use-may.ts";
import { BatchesTable } from "./batches-table.tsx";
import { BlankSheetForm } from "./blank-sheet-form.tsx";
import { blanksOf, type PrintLine, withLine } from "./print-job.ts";
import { PrintLines } from "./print-lines.tsx";
import { SheetCard } from "./sheet-card.tsx";
import { ThingChooser } from "./thing-chooser.tsx";

/** Chooses what to label, or makes blank labels, and prints them as a sheet. */
export function LabelsScreen({ codes }: { codes: readonly string[] }) {
  const mayMake = useMay("bins:write");
  const [lines, setLines] = useState<readonly PrintLine[]>(() =>
    codes.map((code) => ({ kind: "code", code })),
  );
  const add = (line: PrintLine) => setLines((now) => withLine(now, line));
  return (
    <>
      <PageHeader
        title="Labels"
        purpose="Print labels for what you have, or blank ones to put on things later: any phone's camera opens them."
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
        <div className="flex min-w-0 flex-col gap-5">
          <ThingChooser onChoose={(thing) => add({ kind: "thing", thing })} />
          {mayMake ? (
            <BlankSheetForm onMade={(batch_id, made) => add({ kind: "blank", batch_id, codes: made })} />
          ) : null}
          <PrintLines lines={lines} onChange={setLines} />
        </div>
        <SheetCard lines={lines} />
      </div>
      <BatchesTable
        onPrint={async (batch_id) =>
          add({ kind: "blank", batch_id, codes: await blanksOf(batch_id, CODES_RESERVED_MAX) })
        }
      />
    </>
  );
}
