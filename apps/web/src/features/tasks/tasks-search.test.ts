import { expect, it } from "vitest";
import { isNarrowed, readTasksSearch, tasksInput } from "./tasks-search.ts";

it("the address holds only what differs from the usual, and nothing that makes no sense", () => {
  expect(readTasksSearch({ show: "to-do", sort: "due_on", q: " ", mine: "yes", task: 7 })).toEqual({
    task: "7",
  });
  expect(readTasksSearch({ show: "done", sort: "-title", mine: true, overdue: "true" })).toEqual({
    show: "done",
    sort: "-title",
    mine: true,
    overdue: true,
  });
  expect([isNarrowed({}), isNarrowed({ task: "task_1" }), isNarrowed({ mine: true })]).toEqual([
    false,
    false,
    true,
  ]);
});

it("what is to be done is asked for unless said otherwise, and what is overdue is never done", () => {
  const asked = { me: "user_1", day: "2026-03-09" };
  expect(tasksInput({}, asked)).toEqual({ sort: "due_on", status: ["open", "in_progress"] });
  expect(tasksInput({ show: "all", mine: true, project_id: "proj_1" }, asked)).toEqual({
    sort: "due_on",
    assignee_id: "user_1",
    project_id: "proj_1",
  });
  expect(tasksInput({ show: "all", overdue: true }, asked)).toEqual({
    sort: "due_on",
    status: ["open", "in_progress"],
    due_before: "2026-03-09",
  });
  expect(tasksInput({ show: "done" }, asked).status).toEqual(["done", "cancelled"]);
});
