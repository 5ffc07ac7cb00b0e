import type { CreateTask, Task, TaskSubject, UpdateTask } from "@stowage/contract/tasks";

/** A task as its form holds it: text boxes hold text, and the subject is one choice. */
export interface TaskValues {
  title: string;
  description: string;
  status: Task["status"];
  priority: Task["priority"];
  due_on: string;
  assignee_id: string | null;
  project_id: string | null;
  subject: SubjectRef | null;
}

export interface SubjectRef {
  type: TaskSubject;
  id: string;
}

/** Where the server's names for fields differ from the form's. */
export const TASK_FIELD_NAMES = { subject_type: "subject", subject_id: "subject" };

export function newTaskValues(known: Partial<TaskValues> = {}): TaskValues {
  return {
    title: "",
    description: "",
    status: "open",
    priority: "normal",
    due_on: "",
    assignee_id: null,
    project_id: null,
    subject: null,
    ...known,
  };
}

export function taskValuesOf(task: Task): TaskValues {
  const { subject_type: type, subject_id: id } = task;
  return {
    title: task.title,
    description: task.description,
    status: task.status,
    priority: task.priority,
    due_on: task.due_on ?? "",
    assignee_id: task.assignee_id,
    project_id: task.project_id,
    subject: type === null || id === null ? null : { type, id },
  };
}

export function taskInputOf({ subject, due_on, ...values }: TaskValues) {
  return {
    ...values,
    description: values.description.trim(),
    due_on: due_on === "" ? null : due_on,
    subject_type: subject?.type ?? null,
    subject_id: subject?.id ?? null,
  } satisfies Partial<CreateTask>;
}

/** Only what the form changed, so that an overwrite takes back nothing else of somebody's work. */
export function taskChangesOf(before: Task, values: TaskValues): Omit<UpdateTask, "id" | "if_version"> {
  const old = taskInputOf(taskValuesOf(before));
  const input = taskInputOf(values);
  const changed = Object.entries(input).filter(
    ([field, value]) => value !== old[field as keyof typeof old], // a key of the same shape
  );
  const changes: Omit<UpdateTask, "id" | "if_version"> = Object.fromEntries(changed);
  if (!("subject_type" in changes) && !("subject_id" in changes)) return changes;
  return { ...changes, subject_type: input.subject_type, subject_id: input.subject_id };
}
