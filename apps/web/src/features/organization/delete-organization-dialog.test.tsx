import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { queryClient } from "../../lib/trpc.ts";
import { answerTrpc, Refusal } from "../../testing/answer-trpc.ts";
import { renderInApp } from "../../testing/render-in-app.tsx";
import { DeleteOrganizationDialog } from "./delete-organization-dialog.tsx";

afterEach(() => {
  cleanup();
  queryClient.clear();
  vi.unstubAllGlobals();
});

it("K44: nothing is deleted before its name is typed, and a refusal is said in place", async () => {
  const calls = answerTrpc({
    "organizations.remove": () => {
      throw new Refusal({ code: "role_forbidden", status: 403, detail: "Only an owner may do this." });
    },
  });
  renderInApp(
    <DeleteOrganizationDialog
      isOpen
      summary={{ id: "org_1", name: "Makerspace", role: "owner" }}
      onClose={() => {}}
    />,
  );
  const confirm = () => userEvent.click(screen.getByRole("button", { name: "Delete organization" }));
  await confirm();
  expect(screen.getByText(/This is not the name/)).toBeTruthy();
  await userEvent.type(screen.getByRole("textbox"), "makerspace");
  await confirm();
  expect(calls).toEqual([]);
  await userEvent.clear(screen.getByRole("textbox"));
  await userEvent.type(screen.getByRole("textbox"), "Makerspace");
  await confirm();
  expect(await screen.findByText("Only an owner may do this.")).toBeTruthy();
  expect(calls).toEqual([{ path: "organizations.remove", input: { id: "org_1" } }]);
});
