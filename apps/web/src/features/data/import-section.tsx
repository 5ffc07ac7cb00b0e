import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { ProgressBar } from "../../components/ui/progress-bar.tsx";
import { formatBytes, formatCount } from "../../lib/format.ts";
import { newIdempotencyKey } from "../../lib/idempotency-key.ts";
import { fieldErrorsOf, problemSentence } from "../../lib/problem.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { useEnvironment } from "../../lib/where.ts";
import { SettingsSection } from "../settings/settings-section.tsx";
import { CheckedFile } from "./checked-file.tsx";
import { type ChosenFile, takeFile } from "./chosen-file.ts";
import { ColumnsHelp } from "./columns-help.tsx";
import { FileButton } from "./file-button.tsx";
import { FileDrop } from "./file-drop.tsx";
import { FollowedImport } from "./followed-import.tsx";
import type { ImportOnRecord } from "./import-words.ts";
import { beginImport, checkFile } from "./send-import.ts";

interface ImportSectionProps {
  /** The import in sight; without one a file can be chosen. */
  importId: string | undefined;
  onImportChange: (id: string | undefined) => void;
  /** Left out where the reader may not import. */
  onUndo: ((asked: ImportOnRecord) => void) | undefined;
}

/** Brings in a file: chosen, checked, then imported, all of it or nothing. */
export function ImportSection({ importId, onImportChange, onUndo }: ImportSectionProps) {
  const isTest = useEnvironment() === "test";
  return (
    <SettingsSection
      title="Import"
      text={`Brings a file into ${isTest ? "the test data" : "what is kept here"}. It is checked first, and what it did can be undone.`}
    >
      <div className="flex flex-col gap-4 px-4 py-4">
        {importId === undefined ? (
          <Wizard onBegun={onImportChange} />
        ) : (
          <FollowedImport
            key={importId}
            id={importId}
            onUndo={onUndo}
            onAnother={() => onImportChange(undefined)}
          />
        )}
      </div>
    </SettingsSection>
  );
}

/** From the choice of a file to the begin of its import. */
function Wizard({ onBegun }: { onBegun: (id: string) => void }) {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const attempt = useRef("");
  const check = useMutation({
    mutationFn: async (chosen: File) => {
      setFile(null);
      const taken = await takeFile(chosen);
      setFile(taken);
      attempt.current = newIdempotencyKey("import");
      return { file: taken, result: await checkFile(taken) };
    },
  });
  const begin = useMutation({
    mutationFn: (checked: ChosenFile) => beginImport(checked, attempt.current),
    onSuccess: (begun) => {
      if (begun.id === null) return;
      queryClient.setQueryData(trpc.imports.get.queryKey({ id: begun.id }), begun);
      void queryClient.invalidateQueries({ queryKey: trpc.imports.list.pathKey() });
      onBegun(begun.id);
    },
  });
  const choose = (chosen: File) => {
    begin.reset();
    check.mutate(chosen);
  };
  const error = begin.error ?? check.error;
  const work = check.isPending ? "Checking" : begin.isPending ? "Sending" : null;
  return (
    <>
      {check.data && !check.isPending ? (
        <Checked
          {...check.data}
          isBusy={begin.isPending}
          onImport={() => begin.mutate(check.data.file)}
          onFile={choose}
        />
      ) : null}
      {work ? (
        <ProgressBar
          label={work}
          share={null}
          text={file ? `${work} ${file.name}, ${formatBytes(file.content.size)}` : `${work}…`}
        />
      ) : null}
      {error ? (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-ui text-danger-ink">
          {fieldErrorsOf(error).content ?? problemSentence(error)}
        </p>
      ) : null}
      {check.data || check.isPending ? null : (
        <>
          <FileDrop onFile={choose} />
          <ColumnsHelp />
        </>
      )}
    </>
  );
}

interface CheckedProps {
  file: ChosenFile;
  result: ImportOnRecord;
  isBusy: boolean;
  onImport: () => void;
  onFile: (file: File) => void;
}

function Checked({ file, result, isBusy, onImport, onFile }: CheckedProps) {
  const isTaken = result.errors_total === 0;
  const hasWork = result.created + result.updated > 0;
  return (
    <>
      <CheckedFile file={file} result={result} />
      <div className="flex flex-wrap justify-end gap-2 max-sm:*:grow">
        <FileButton variant={isTaken ? "secondary" : "primary"} disabled={isBusy} onFile={onFile}>
          {isTaken ? "Choose another file" : "Choose the mended file"}
        </FileButton>
        {isTaken && hasWork ? (
          <Button variant="primary" isBusy={isBusy} onClick={onImport}>
            Import {formatCount(result.rows_total, "row")}
          </Button>
        ) : null}
      </div>
    </>
  );
}
