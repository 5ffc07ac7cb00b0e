import { TriangleAlert } from "lucide-react";
import { problemOf, problemSentence } from "../../lib/problem.ts";
import { Button } from "./button.tsx";
import { EmptyState } from "./empty-state.tsx";

interface QueryProblemProps {
  error: unknown;
  onRetry: () => void;
  className?: string;
}

/** In the place of data that did not come: why, and another try. */
export function QueryProblem({ error, onRetry, className }: QueryProblemProps) {
  const requestId = problemOf(error)?.request_id;
  return (
    <div role="alert">
      <EmptyState
        icon={TriangleAlert}
        title="This did not load"
        text={
          <>
            {problemSentence(error)}
            {requestId ? <span className="mt-1 block font-mono text-xs">{requestId}</span> : null}
          </>
        }
        action={<Button onClick={onRetry}>Try again</Button>}
        {...(className && { className })}
      />
    </div>
  );
}
