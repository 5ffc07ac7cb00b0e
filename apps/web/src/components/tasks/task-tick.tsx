import type { Task } from "@stowage/contract/tasks";
import { Check, Minus } from "lucide-react";
import { cx } from "../../lib/class-names.ts";
import { useMay } from "../../lib/use-may.ts";
import { tickTask } from "./task-cache.ts";

/** The circle before a task: one press and it is done, another and it is open again. */
export function TaskTick({ task }: { task: Task }) {
  const mayWrite = useMay("tasks:write");
  const isDone = task.status === "done";
  const isCancelled = task.status === "cancelled";
  return (
    // biome-ignore lint/a11y/useSemanticElements: whether it is ticked is the server's to say, and a press may be refused
    <button
      type="button"
      role="checkbox"
      aria-checked={isDone}
      aria-label={`Done: ${task.title}`}
      disabled={!mayWrite}
      onClick={() => void tickTask(task, isDone || isCancelled ? "open" : "done")}
      className="relative z-1 inline-flex size-7 shrink-0 items-center justify-center rounded-full disabled:cursor-default coarse:size-10"
    >
      <span
        aria-hidden
        className={cx(
          "inline-flex size-4.5 items-center justify-center rounded-full border transition-colors",
          isDone ? "border-accent bg-accent text-on-accent" : "border-control bg-surface text-muted",
          mayWrite && !isDone && "hover:border-accent",
        )}
      >
        {isDone ? <Check className="size-3" strokeWidth={3} /> : null}
        {isCancelled ? <Minus className="size-3" strokeWidth={3} /> : null}
      </span>
    </button>
  );
}
