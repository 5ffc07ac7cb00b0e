import type { Role } from "@stowage/contract/roles";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { meOptions, queryClient } from "../../lib/trpc.ts";
import { answerTrpc } from "../../testing/answer-trpc.ts";
import { buildWhoAmI } from "../../testing/build-api-key.ts";
import { buildItem } from "../../testing/build-item.ts";
import { buildProject, buildProjectItem } from "../../testing/build-project-item.ts";
import { renderInApp } from "../../testing/render-in-app.tsx";
import { PickList } from "./pick-list.tsx";

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

const glue = buildItem({ id: "item_2", name: "Glue", quantity: 2, unit: "l" });
const tape = buildItem({ id: "item_3", name: "Tape", quantity: 0 });
const LINES = [
  buildProjectItem(),
  buildProjectItem({ item: glue, quantity: 5 }),
  buildProjectItem({ item: tape, quantity: 1 }),
];

function open(role: Role, status: "active" | "planned" = "active") {
  const calls = answerTrpc({
    "projects.consume": () => ({ project: buildProject(), data: [], event_seq: 7 }),
  });
  queryClient.setQueryData(meOptions.queryKey, buildWhoAmI(role));
  renderInApp(<PickList project={buildProject({ status })} lines={LINES} />);
  return calls;
}
const box = (name: RegExp) => screen.getByRole("checkbox", { name });

it("ticking a line off takes what is left of it, and no more than there is", async () => {
  const calls = open("member");
  fireEvent.click(box(/Take 2 l of Glue/));
  await waitFor(() =>
    expect(calls.map(({ input }) => input)).toContainEqual({
      id: "proj_1",
      items: [{ item_id: "item_2", quantity: 2 }],
    }),
  );
});

it("what is not there cannot be ticked off", () => {
  open("member");
  expect(box(/Tape/)).toHaveProperty("disabled", true);
  expect(screen.getByText("None there")).toBeTruthy();
});

it.each([
  ["a viewer", "viewer", "active"],
  ["a project that is only planned", "member", "planned"],
] as const)("nothing can be taken by %s", (_who, role, status) => {
  open(role, status);
  for (const one of screen.getAllByRole("checkbox")) expect(one).toHaveProperty("disabled", true);
});
