import { SheetFormat } from "@stowage/contract/label-codes";
import { LABEL_SHEETS, labelsPerPage } from "@stowage/contract/label-sheets";
import { CODES_RESERVED_MAX } from "@stowage/contract/limits";
import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { Select } from "../../components/ui/select.tsx";
import { saveLabelSheet } from "../../lib/label-files.ts";
import { labelOf } from "../../lib/label-of.ts";
import { useStoredState } from "../../lib/stored-state.ts";
import { showProblem } from "../../lib/toasts.ts";
import { countOf, type PrintLine } from "./print-job.ts";
import { SheetPreview } from "./sheet-preview.tsx";

const FORMAT_OPTIONS = SheetFormat.options.map((value) => ({
  value,
  label: `${LABEL_SHEETS[value].name} · ${LABEL_SHEETS[value].paper}`,
}));

/** The paper: which, how much of it is used already, how it will look, and the file. */
export function SheetCard({ lines }: { lines: readonly PrintLine[] }) {
  const [format, setFormat] = useStoredState<SheetFormat>(
    "stowage.label-format",
    (stored) => SheetFormat.options.find((option) => option === stored),
    "avery_l7160",
  );
  const [wantedSkip, setSkip] = useState(0);
  const [isBusy, setIsBusy] = useState(false);
  const sheet = LABEL_SHEETS[format];
  const perPage = labelsPerPage(sheet);
  const skip = Math.min(wantedSkip, perPage - 1);
  const count = countOf(lines);
  const pages = Math.ceil((skip + count) / perPage);
  const isTooMany = count > CODES_RESERVED_MAX;

  async function download(): Promise<void> {
    setIsBusy(true);
    try {
      await saveLabelSheet({ codes: await codesOf(lines), format, skip });
    } catch (error) {
      showProblem("The labels were not made.", error);
    }
    setIsBusy(false);
  }

  return (
    <section
      aria-label="Sheet"
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4 shadow-raised"
    >
      <Field label="Sheet">
        <Select value={format} onValueChange={setFormat} options={FORMAT_OPTIONS} />
      </Field>
      {perPage > 1 ? (
        <Field label="Labels used already" hint="Or press the first free label below.">
          <Input
            type="number"
            min={0}
            max={perPage - 1}
            value={skip}
            onChange={(event) => setSkip(Math.max(0, Math.trunc(Number(event.target.value)) || 0))}
            className="w-24"
          />
        </Field>
      ) : null}
      <SheetPreview sheet={sheet} skip={skip} count={count} onSkip={setSkip} />
      <p className="text-ui text-muted tabular-nums" role="status">
        {isTooMany
          ? `A file holds at most ${CODES_RESERVED_MAX} labels.`
          : count === 0
            ? "Nothing to print yet."
            : `${count} ${count === 1 ? "label" : "labels"} on ${pages} ${pages === 1 ? "page" : "pages"}. Print at 100 %, without fitting to the page.`}
      </p>
      <Button
        variant="primary"
        isBusy={isBusy}
        disabled={count === 0 || isTooMany}
        onClick={() => void download()}
      >
        <Download aria-hidden />
        Download PDF
      </Button>
    </section>
  );
}

/** The codes in their order; what has no label yet gets one, one after the other. */
async function codesOf(lines: readonly PrintLine[]): Promise<string[]> {
  const codes: string[] = [];
  for (const line of lines) {
    if (line.kind === "thing") codes.push(await labelOf(line.thing));
    else if (line.kind === "code") codes.push(line.code);
    else codes.push(...line.codes);
  }
  return codes;
}
