import { useMutation } from "@tanstack/react-query";
import { CircleCheck, Download } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { CodeBlock } from "../../components/ui/code-block.tsx";
import { Disclosure } from "../../components/ui/disclosure.tsx";
import { Field } from "../../components/ui/field.tsx";
import { ProgressBar } from "../../components/ui/progress-bar.tsx";
import { Select } from "../../components/ui/select.tsx";
import { curlFor } from "../../lib/curl.ts";
import { formatBytes, formatCount } from "../../lib/format.ts";
import { problemSentence } from "../../lib/problem.ts";
import { saveFile } from "../../lib/save-file.ts";
import { useEnvironment } from "../../lib/where.ts";
import { SettingsSection } from "../settings/settings-section.tsx";
import { fetchExport } from "./export-file.ts";

const CHOICES = [
  { value: "format=ndjson", label: "Everything, to keep or to restore (NDJSON)" },
  { value: "format=csv&type=items", label: "Items, for a spreadsheet (CSV)" },
  { value: "format=csv&type=bins", label: "Bins, for a spreadsheet (CSV)" },
  { value: "format=csv&type=locations", label: "Locations, for a spreadsheet (CSV)" },
  { value: "format=csv&type=tasks", label: "Tasks, for a spreadsheet (CSV)" },
  { value: "format=csv&type=projects", label: "Projects, for a spreadsheet (CSV)" },
] as const;
type Choice = (typeof CHOICES)[number]["value"];

export function ExportSection() {
  const [choice, setChoice] = useState<Choice>("format=ndjson");
  const [bytes, setBytes] = useState(0);
  const stop = useRef<AbortController | null>(null);
  const environment = useEnvironment();
  const run = useMutation({
    mutationFn: async () => {
      setBytes(0);
      stop.current = new AbortController();
      const file = await fetchExport({ query: choice, onBytes: setBytes, signal: stop.current.signal });
      saveFile(file.name, file.blob);
      return file;
    },
  });
  const isStopped = run.isError && stop.current?.signal.aborted;

  return (
    <SettingsSection
      title="Export"
      text={`A copy of ${environment === "test" ? "the test data" : "what is kept here"} as of this moment. The trash is left out.`}
    >
      <div className="flex flex-col gap-3 px-4 py-4">
        <div className="flex flex-wrap items-end gap-3">
          <Field label="What to export" className="min-w-0 grow basis-64 sm:max-w-md">
            <Select<Choice>
              value={choice}
              onValueChange={setChoice}
              options={CHOICES}
              disabled={run.isPending}
            />
          </Field>
          {run.isPending ? (
            <Button onClick={() => stop.current?.abort()}>Stop</Button>
          ) : (
            <Button variant="primary" onClick={() => run.mutate()}>
              <Download aria-hidden className="size-4" />
              Export
            </Button>
          )}
        </div>
        {run.isPending ? (
          <ProgressBar label="Exporting" share={null} text={`${formatBytes(bytes)} so far`} />
        ) : null}
        <div role="status">
          {run.isSuccess ? (
            <p className="flex items-center gap-2 text-ui text-ok-ink">
              <CircleCheck aria-hidden className="size-4 shrink-0" />
              <span className="min-w-0 break-words">
                {run.data.name} is saved: {formatBytes(run.data.blob.size)}
                {run.data.count === null
                  ? "."
                  : `, ${formatCount(run.data.count, "line")}, all of them there.`}
              </span>
            </p>
          ) : null}
          {isStopped ? <p className="text-ui text-muted">Stopped. Nothing was saved.</p> : null}
        </div>
        {run.isError && !isStopped ? (
          <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-ui text-danger-ink">
            {problemSentence(run.error)}
          </p>
        ) : null}
        <Disclosure label="From a script">
          <CodeBlock
            label="Command"
            code={`${curlFor(`GET /export?${choice}`).replace("curl ", "curl --fail -OJ ")}`}
          />
        </Disclosure>
      </div>
    </SettingsSection>
  );
}
