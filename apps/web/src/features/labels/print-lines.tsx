import { useQuery } from "@tanstack/react-query";
import { Tag, X } from "lucide-react";
import { useSubjectName } from "../../components/tasks/task-subject.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { curlFor } from "../../lib/curl.ts";
import { trpc } from "../../lib/trpc.ts";
import { keyOf, type PrintLine } from "./print-job.ts";

interface PrintLinesProps {
  lines: readonly PrintLine[];
  onChange: (lines: PrintLine[]) => void;
}

/** What is printed, in its order. */
export function PrintLines({ lines, onChange }: PrintLinesProps) {
  return (
    <section
      aria-label="To be printed"
      className="overflow-hidden rounded-lg border border-line bg-surface shadow-raised"
    >
      {lines.length === 0 ? (
        <EmptyState
          icon={Tag}
          title="Nothing to print yet"
          text="Choose what to label, or make blank labels."
          curl={curlFor("POST /codes", { count: 21, batch: "Spring sheet" })}
        />
      ) : (
        <ul className="divide-y divide-line">
          {lines.map((line) => (
            <li key={keyOf(line)} className="flex items-center gap-3 px-4 py-1.5 text-ui">
              <span className="min-w-0 grow truncate">
                <LineName line={line} />
              </span>
              <IconButton
                icon={X}
                label="Do not print it"
                onClick={() => onChange(lines.filter((other) => other !== line))}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function LineName({ line }: { line: PrintLine }) {
  if (line.kind === "thing") return <ThingName thing={line.thing} />;
  if (line.kind === "code") return <CodeName code={line.code} />;
  return `${line.codes.length} blank ${line.codes.length === 1 ? "label" : "labels"} of ${line.batch_id}`;
}

function ThingName({ thing }: { thing: Extract<PrintLine, { kind: "thing" }>["thing"] }) {
  const { name, isGone } = useSubjectName(thing.type, thing.id);
  return isGone ? `A deleted ${thing.type}` : (name ?? "…");
}

function CodeName({ code }: { code: string }) {
  const { data: label } = useQuery(trpc.codes.get.queryOptions({ code }));
  return (
    <>
      {label?.target ? `${label.target.name} ` : null}
      <code className="font-mono text-muted">{code}</code>
    </>
  );
}
