import type { Task } from "@stowage/contract/tasks";
import { useLastValue } from "../../lib/use-last-value.ts";
import { PersonName } from "../events/person-name.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogBody, DialogFooter } from "../ui/dialog.tsx";
import { FactList } from "../ui/fact-list.tsx";
import { TaskOrigin } from "./task-origin.tsx";
import { TaskSubject } from "./task-subject.tsx";
import { dayWords, PRIORITY_OPTIONS, statusLabel } from "./task-words.ts";

interface ViewTaskDialogProps {
  /** The task to show; null closes the dialog. */
  task: Task | null;
  onClose: () => void;
}

/** A task for those who may not change it. */
export function ViewTaskDialog({ task: asked, onClose }: ViewTaskDialogProps) {
  const task = useLastValue(asked);
  if (!task) return null;
  return (
    <Dialog isOpen={asked !== null} onClose={onClose} title={task.title}>
      <DialogBody>
        {task.description === "" ? null : (
          <p className="text-ui whitespace-pre-line text-muted">{task.description}</p>
        )}
        <FactList
          label={task.title}
          facts={[
            ["Status", statusLabel(task.status)],
            ["Priority", PRIORITY_OPTIONS.find(({ value }) => value === task.priority)?.label],
            ["Due", task.due_on && dayWords(task.due_on, new Date())],
            ["Assignee", task.assignee_id && <PersonName id={task.assignee_id} />],
            ["About", task.subject_id && <TaskSubject task={task} />],
          ]}
        />
        <TaskOrigin task={task} />
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>Close</Button>
      </DialogFooter>
    </Dialog>
  );
}
