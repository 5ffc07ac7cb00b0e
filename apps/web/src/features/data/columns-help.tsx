import { CSV_COLUMNS, CSV_KINDS, type CsvKind, hasCustomFields } from "@stowage/contract/csv-columns";
import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Disclosure } from "../../components/ui/disclosure.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Select } from "../../components/ui/select.tsx";
import { saveFile } from "../../lib/save-file.ts";
import { csvTemplate } from "./csv-template.ts";

const KIND_LABELS: Record<CsvKind, string> = {
  item: "Items",
  bin: "Bins",
  location: "Locations",
  task: "Tasks",
  project: "Projects",
};
const KIND_OPTIONS = CSV_KINDS.map((value) => ({ value, label: KIND_LABELS[value] }));

/** The columns that a CSV may have, by what its rows are, and a file to begin with. */
export function ColumnsHelp() {
  const [kind, setKind] = useState<CsvKind>("item");
  const columns = CSV_COLUMNS[kind].filter(({ isForPeople }) => !isForPeople);
  return (
    <Disclosure label="Columns of a CSV, and a template">
      <div className="flex flex-col gap-3 pt-2">
        <div className="flex flex-wrap items-end gap-3">
          <Field label="Rows are" className="w-44">
            <Select<CsvKind> value={kind} onValueChange={setKind} options={KIND_OPTIONS} />
          </Field>
          <Button onClick={() => saveFile(`stowage-${kind}s-template.csv`, csvTemplate(kind))}>
            <Download aria-hidden />
            Template
          </Button>
        </div>
        <p className="text-ui text-muted">
          The first line names the columns, in any order; leave out those that you have nothing for. What a
          file does not say stays as it is. {kind === "item" ? "A file without the column" : "The column"}{" "}
          <Name>type</Name>
          {kind === "item" ? " has items." : ` says ${kind} in each row.`}
        </p>
        <dl className="divide-y divide-line rounded-md border border-line">
          {columns.map(({ name, about, aliases }) => (
            <div key={name} className="gap-4 px-3 py-1.5 text-ui sm:flex">
              <dt className="shrink-0 sm:w-40">
                <Name>{name}</Name>
              </dt>
              <dd className="min-w-0 text-muted">
                <InCode text={about} />
                {aliases ? ` Also as ${aliases.join(", ")}.` : null}
              </dd>
            </div>
          ))}
          {hasCustomFields(kind) ? (
            <div className="gap-4 px-3 py-1.5 text-ui sm:flex">
              <dt className="shrink-0 sm:w-40">
                <Name>custom.…</Name>
              </dt>
              <dd className="min-w-0 text-muted">A field of your own, such as custom.voltage.</dd>
            </div>
          ) : null}
        </dl>
      </div>
    </Disclosure>
  );
}

const Name = ({ children }: { children: string }) => (
  <code className="font-mono text-xs text-ink">{children}</code>
);

/** Words, of which those between backquotes are code. */
function InCode({ text }: { text: string }) {
  return text.split("`").map((part, index) => (index % 2 === 1 ? <Name key={part}>{part}</Name> : part));
}
