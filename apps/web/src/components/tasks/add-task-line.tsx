import { useMutation } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { showProblem } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { Button } from "../ui/button.tsx";
import { Input } from "../ui/input.tsx";
import { refreshTasks } from "./task-cache.ts";
import { newTaskValues, type TaskValues, taskInputOf } from "./task-values.ts";

/** A line that adds one task after another: a title, Enter. What else is known of them comes from the screen. */
export function AddTaskLine({ known }: { known: Partial<TaskValues> }) {
  const [title, setTitle] = useState("");
  const create = useMutation(
    trpc.tasks.create.mutationOptions({
      onSuccess: refreshTasks,
      onError: (error, input) => {
        setTitle((typed) => (typed === "" ? input.title : typed));
        showProblem("The task was not added.", error);
      },
    }),
  );
  return (
    <form
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() === "" || create.isPending) return;
        create.mutate(taskInputOf(newTaskValues({ ...known, title })));
        setTitle("");
      }}
    >
      <Input
        aria-label="New task"
        placeholder="Add a task"
        autoComplete="off"
        maxLength={200}
        enterKeyHint="done"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      <Button type="submit" isBusy={create.isPending} disabled={title.trim() === ""}>
        <Plus aria-hidden />
        Add
      </Button>
    </form>
  );
}
