import { SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { enterEnvironment } from "../../lib/change-where.ts";
import { problemOf, problemSentence } from "../../lib/problem.ts";
import { useEnvironment } from "../../lib/where.ts";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";
import { QueryProblem } from "./query-problem.tsx";

interface NotHereProps {
  /** What the page was to show: "item". */
  noun: string;
  error: unknown;
  onRetry: () => void;
  /** Where it may be instead: a link to the trash. */
  action?: ReactNode;
}

/** In the place of a thing's page: that it is not there (any more), or why it did not load. */
export function NotHere({ noun, error, onRetry, action = null }: NotHereProps) {
  const problem = problemOf(error);
  const isTest = useEnvironment() === "test";
  if (problem?.status !== 404) return <QueryProblem error={error} onRetry={onRetry} />;
  return (
    <div role="alert">
      <EmptyState
        icon={SearchX}
        title={`This ${noun} is not here`}
        text={
          problem.code === "environment_mismatch"
            ? problemSentence(error)
            : "The address is not quite right, or it was deleted: then the activity log says when and by whom."
        }
        action={
          problem.code === "environment_mismatch" ? (
            <Button onClick={() => void enterEnvironment(isTest ? "live" : "test")}>
              {isTest ? "Leave test mode and show it" : "Show it in test mode"}
            </Button>
          ) : (
            action
          )
        }
      />
    </div>
  );
}
