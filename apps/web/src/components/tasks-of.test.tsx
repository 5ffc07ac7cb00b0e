import type { Role } from "@stowage/contract/roles";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { meOptions, queryClient } from "../lib/trpc.ts";
import { answerTrpc, Refusal } from "../testing/answer-trpc.ts";
import { buildWhoAmI } from "../testing/build-api-key.ts";
import { buildTask } from "../testing/build-task.ts";
import { renderInApp } from "../testing/render-in-app.tsx";
import { TasksOf } from "./tasks-of.tsx";

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

async function open(role: Role, update: (input: unknown) => unknown = () => buildTask()) {
  const calls = answerTrpc({
    "tasks.list": () => ({ data: [buildTask()], next_cursor: null }),
    "tasks.create": () => buildTask({ id: "task_2" }),
    "tasks.update": update,
  });
  queryClient.setQueryData(meOptions.queryKey, buildWhoAmI(role));
  renderInApp(<TasksOf subjectType="item" subjectId="item_1" />);
  await screen.findByText("Oil the vice");
  return (path: string) => calls.filter((call) => call.path === path).map((call) => call.input);
}
const tick = () => screen.getByRole("checkbox", { name: "Done: Oil the vice" });

it("what is to be done about the thing is listed, by its day", async () => {
  const inputs = await open("member");
  expect(inputs("tasks.list")[0]).toMatchObject({
    subject_id: "item_1",
    status: ["open", "in_progress"],
    sort: "due_on",
  });
});

it("a task is ticked off at once, and opened again when the server refuses", async () => {
  const inputs = await open("member", () => {
    throw new Refusal({ code: "conflict", status: 409, detail: "Not today." });
  });
  const answerNow = holdAnswers();
  fireEvent.click(tick());
  await waitFor(() => expect(tick().getAttribute("aria-checked")).toBe("true"));
  answerNow();
  await waitFor(() => expect(tick().getAttribute("aria-checked")).toBe("false"));
  expect(inputs("tasks.update")).toEqual([{ id: "task_1", status: "done" }]);
});

/** Keeps all answers back until the answered function is called. */
function holdAnswers(): () => void {
  const ask = fetch;
  let answerNow: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    answerNow = resolve;
  });
  vi.stubGlobal("fetch", async (...request: Parameters<typeof fetch>) => {
    await held;
    return ask(...request);
  });
  return answerNow;
}

it("a line adds a task about the thing", async () => {
  const inputs = await open("member");
  fireEvent.change(screen.getByLabelText("New task"), { target: { value: "Sharpen it" } });
  fireEvent.click(screen.getByRole("button", { name: "Add" }));
  await waitFor(() =>
    expect(inputs("tasks.create")[0]).toMatchObject({
      title: "Sharpen it",
      subject_type: "item",
      subject_id: "item_1",
    }),
  );
});

it("a viewer reads, and is offered nothing that would be refused", async () => {
  await open("viewer");
  expect(tick()).toHaveProperty("disabled", true);
  expect(screen.queryByLabelText("New task")).toBeNull();
  expect(screen.queryByRole("button", { name: /Edit|Delete/ })).toBeNull();
});
