import { parseCode } from "@stowage/contract/codes";
import type { ResolvedCode } from "@stowage/contract/label-codes";
import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { TextCursorInput } from "lucide-react";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { QueryProblem } from "../../components/ui/query-problem.tsx";
import { Skeleton } from "../../components/ui/skeleton.tsx";
import { problemOf } from "../../lib/problem.ts";
import { trpc } from "../../lib/trpc.ts";
import { BlankLabel } from "./blank-label.tsx";
import { LabelElsewhere } from "./label-elsewhere.tsx";

/** Where the QR code on a label leads: on to what it stands on, or to what can be done about it. */
export function LabelLanding({ typed }: { typed: string }) {
  const code = parseCode(typed);
  if (code === null) return <Mistyped typed={typed} />;
  return <KnownCode code={code} />;
}

function KnownCode({ code }: { code: string }) {
  const label = useQuery(trpc.codes.get.queryOptions({ code }, { staleTime: 0 }));
  if (label.data?.target) return <ToTarget target={label.data.target} />;
  return (
    <>
      <PageHeader
        title={`Label ${code}`}
        {...(label.data && { purpose: "This label is free. What is it on?" })}
      />
      {label.data ? <BlankLabel code={code} /> : null}
      {label.isPending ? <Skeleton className="h-40 w-full rounded-lg" /> : null}
      {label.error && problemOf(label.error)?.status === 404 ? (
        <LabelElsewhere code={code} error={label.error} />
      ) : label.error ? (
        <QueryProblem error={label.error} onRetry={() => void label.refetch()} />
      ) : null}
    </>
  );
}

function ToTarget({ target: { type, id } }: { target: NonNullable<ResolvedCode["target"]> }) {
  if (type === "bin") return <Navigate to="/bins/$binId" params={{ binId: id }} replace />;
  if (type === "item") return <Navigate to="/items/$itemId" params={{ itemId: id }} replace />;
  return <Navigate to="/locations/$locationId" params={{ locationId: id }} replace />;
}

function Mistyped({ typed }: { typed: string }) {
  return (
    <>
      <PageHeader title="Label" />
      <div role="alert">
        <EmptyState
          icon={TextCursorInput}
          title={`${typed} is mistyped`}
          text="A label's code has seven symbols, and the last one fits the others: this one does not. Look at the label again, or scan it."
        />
      </div>
    </>
  );
}
