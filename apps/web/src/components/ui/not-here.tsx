import { SearchX } from "lucide-react";
import { problemOf, problemSentence } from "../../lib/problem.ts";
import { EmptyState } from "./empty-state.tsx";
import { QueryProblem } from "./query-problem.tsx";

interface NotHereProps {
  /** What the page was to show: "item". */
  noun: string;
  error: unknown;
  onRetry: () => void;
}

/** In the place of a thing's page: that it is not there (any more), or why it did not load. */
export function NotHere({ noun, error, onRetry }: NotHereProps) {
  const problem = problemOf(error);
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
      />
    </div>
  );
}
