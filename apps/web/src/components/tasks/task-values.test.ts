import { expect, it } from "vitest";
import { buildTask } from "../../testing/build-task.ts";
import { newTaskValues, taskChangesOf, taskInputOf, taskValuesOf } from "./task-values.ts";

const task = buildTask({ project_id: "proj_1" });

it("only what was changed is sent, and a subject goes whole", () => {
  const values = taskValuesOf(task);
  expect(taskChangesOf(task, values)).toEqual({});
  expect(taskChangesOf(task, { ...values, due_on: "", title: "Oil it" })).toEqual({
    due_on: null,
    title: "Oil it",
  });
  expect(taskChangesOf(task, { ...values, subject: { type: "item", id: "item_2" } })).toEqual({
    subject_type: "item",
    subject_id: "item_2",
  });
  expect(taskChangesOf(task, { ...values, subject: null })).toEqual({ subject_type: null, subject_id: null });
});

it("a new task takes over what is known of it", () => {
  const known = { subject: { type: "bin", id: "bin_1" } as const, project_id: "proj_1" };
  expect(taskInputOf(newTaskValues({ title: "Label it", ...known }))).toMatchObject({
    title: "Label it",
    due_on: null,
    subject_type: "bin",
    subject_id: "bin_1",
    project_id: "proj_1",
  });
});
