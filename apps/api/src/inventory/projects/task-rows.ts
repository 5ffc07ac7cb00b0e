import type { CreateTask, Task } from "@stowage/contract/tasks";
import { tasks } from "@stowage/db/schema/projects";
import { and, eq } from "drizzle-orm";
import { requirePlace } from "../../bounds/within.ts";
import { activeRoleOf } from "../../features/members/store.ts";
import { taskColumns } from "../../features/tasks/store.ts";
import { invalidField, notFound } from "../../problems.ts";
import type { Writing } from "../writing.ts";
import { projectIn } from "./project-rows.ts";

/** @throws not_found  it is not there for the caller */
export async function taskIn(writing: Writing, id: string): Promise<Task> {
  const task = await writing.tasks.get(id);
  if (!task) throw notFound("task", id);
  return task;
}

/** The next state of a task that is there already. */
export function nextTask(writing: Writing, before: Task, patch: Partial<Task>): Task {
  const after = { ...before, ...patch, version: before.version + 1, updated_at: writing.at };
  writing.tasks.put(after);
  return after;
}

/** The tasks of a project at this point of the transaction. */
export async function tasksOf(writing: Writing, project_id: string): Promise<Task[]> {
  const { tx, by } = writing;
  const stored = await tx
    .select(taskColumns)
    .from(tasks)
    .where(and(eq(tasks.workspace_id, by.workspace_id), eq(tasks.project_id, project_id)));
  for (const task of stored) writing.tasks.learn(task, { isReached: true });
  return [...writing.tasks.known()].filter((task) => task.project_id === project_id);
}

type Relations = Pick<CreateTask, "assignee_id" | "project_id" | "subject_type" | "subject_id">;

/**
 * What a task is to point to, as far as it is sent: each must be there for the caller. A bin may be named by the code on
 * its label.
 * @returns the same, with ids alone
 * @throws not_found, validation_failed
 */
export async function relationsFor<Sent extends Partial<Relations>>(
  writing: Writing,
  sent: Sent,
): Promise<Sent> {
  if (sent.assignee_id) await requireActiveMember(writing, sent.assignee_id);
  const project = sent.project_id ? await projectIn(writing, sent.project_id) : null;
  const subject_id = await subjectFor(writing, sent);
  return { ...sent, ...(project && { project_id: project.id }), ...(subject_id && { subject_id }) };
}

/** Both of the pair are sent, or neither; null for both takes the subject away. */
async function subjectFor(
  writing: Writing,
  { subject_type, subject_id }: Partial<Relations>,
): Promise<string | null> {
  if (typeof subject_type !== typeof subject_id)
    throw invalidField("/subject_id", "subject_pair", "Send subject_type and subject_id together.");
  if (subject_id === null) requirePlace(writing.by.reach, null, "/subject_id");
  if (!subject_type || !subject_id) return null;
  if (subject_type === "bin") return (await writing.bin(subject_id)).id;
  return (await (subject_type === "item" ? writing.item(subject_id) : writing.location(subject_id))).id;
}

/** @throws validation_failed */
async function requireActiveMember({ tx, by }: Writing, user_id: string): Promise<void> {
  const role = await activeRoleOf(tx, by.caller.organization.id, user_id);
  if (role === null)
    throw invalidField("/assignee_id", "not_a_member", "Only an active member can be given a task.");
}
