import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Download, Printer, Tag } from "lucide-react";
import { type ReactNode, useState } from "react";
import { saveBinLabel } from "../lib/label-files.ts";
import { type Labelled, makeLabel } from "../lib/label-of.ts";
import { showProblem } from "../lib/toasts.ts";
import { trpc } from "../lib/trpc.ts";
import { useMay } from "../lib/use-may.ts";
import { Button, buttonStyles } from "./ui/button.tsx";
import { CopyButton } from "./ui/copy-button.tsx";
import { QrCode } from "./ui/qr-code.tsx";
import { QueryProblem } from "./ui/query-problem.tsx";
import { Skeleton } from "./ui/skeleton.tsx";

type LabelCardProps = { thing: Labelled & { name: string }; code?: string };

/**
 * The label of a bin, an item or a place, as it is printed: `<LabelCard thing={{ type: "bin", id, name }} code={bin.code} />`.
 * Without a code it is looked up, and where there is none, one can be made.
 */
export function LabelCard({ thing, code }: LabelCardProps) {
  const labels = useQuery(
    trpc.codes.list.queryOptions({ target_id: thing.id, limit: 1 }, { enabled: code === undefined }),
  );
  const shown = code ?? labels.data?.data[0]?.code;
  return (
    <section
      aria-label="Label"
      className="rounded-lg border border-line bg-surface p-4 shadow-raised [&_h2]:text-ui [&_h2]:font-semibold"
    >
      <h2 className="mb-3">Label</h2>
      {shown !== undefined ? (
        <Printed thing={thing} code={shown} />
      ) : labels.error ? (
        <QueryProblem error={labels.error} onRetry={() => void labels.refetch()} className="py-4 sm:py-4" />
      ) : labels.isPending ? (
        <Skeleton className="size-32 rounded-lg" />
      ) : (
        <NoLabel thing={thing} />
      )}
    </section>
  );
}

function Printed({ thing, code }: { thing: LabelCardProps["thing"]; code: string }): ReactNode {
  const bin = { id: thing.id, code };
  return (
    <div className="flex flex-wrap items-center gap-4">
      <QrCode
        text={`${window.location.origin}/c/${code}`}
        label={`QR code of ${thing.name}`}
        className="size-32"
      />
      <div className="flex min-w-0 flex-col items-start gap-2">
        <span className="inline-flex items-center gap-1">
          <code className="font-mono text-base">{code}</code>
          <CopyButton text={code} label="Copy the code" isIconOnly variant="quiet" size="sm" />
        </span>
        <div className="flex flex-wrap gap-2">
          <Link to="/labels" search={{ code: [code] }} className={buttonStyles({ size: "sm" })}>
            <Printer aria-hidden />
            Print
          </Link>
          {thing.type === "bin" ? (
            <>
              <Button size="sm" onClick={() => void saveBinLabel(bin, "svg")}>
                <Download aria-hidden />
                SVG
              </Button>
              <Button size="sm" onClick={() => void saveBinLabel(bin, "png")}>
                <Download aria-hidden />
                PNG
              </Button>
            </>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function NoLabel({ thing }: { thing: LabelCardProps["thing"] }) {
  const mayClaim = useMay("bins:write");
  const [isBusy, setIsBusy] = useState(false);
  async function make(): Promise<void> {
    setIsBusy(true);
    await makeLabel(thing).catch((error: unknown) => showProblem("No label was made.", error));
    setIsBusy(false);
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-ui text-muted">No label yet. With one, any phone's camera finds this.</p>
      {mayClaim ? (
        <Button isBusy={isBusy} onClick={() => void make()}>
          <Tag aria-hidden />
          Make a label
        </Button>
      ) : null}
    </div>
  );
}
