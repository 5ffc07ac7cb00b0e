import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { TRPCClientError } from "@trpc/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { required } from "../../lib/required.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { AppForm } from "./app-form.tsx";
import { FormProblemNote } from "./form-problem-note.tsx";
import { useAppForm } from "./use-app-form.ts";

const save = vi.fn<(value: { name: string; quantity: number | null; model: string }) => Promise<void>>();

function ItemForm() {
  const form = useAppForm({
    defaultValues: { name: "", quantity: 1 as number | null, model: "" },
    onSubmit: ({ value }) => save(value),
  });
  return (
    <AppForm form={form}>
      <form.AppField name="name" validators={{ onSubmit: required("Give the item a name.") }}>
        {(field) => <field.TextField label="Name" hint="As on its label." required />}
      </form.AppField>
      <form.AppField name="quantity">{(field) => <field.NumberField label="Quantity" />}</form.AppField>
      <Disclosure label="More fields">
        <form.AppField name="model">{(field) => <field.TextField label="Model" />}</form.AppField>
      </Disclosure>
      <FormProblemNote />
      <form.SubmitButton>Save</form.SubmitButton>
    </AppForm>
  );
}

function refusal(detail: string, errors: object[] = []) {
  const problem = { code: "validation_failed", status: 422, detail, errors };
  return TRPCClientError.from({ error: { message: detail, code: -32600, data: { problem } } });
}

const name = () => screen.getByLabelText("Name");
const quantity = () => screen.getByLabelText("Quantity");
const pressSave = () => userEvent.click(screen.getByRole("button", { name: "Save" }));

beforeEach(() => {
  save.mockReset().mockResolvedValue();
  render(<ItemForm />);
});
afterEach(cleanup);

it("a form is not sent while a field fails its own check; the field says why and has the focus", async () => {
  await pressSave();
  expect(save).not.toHaveBeenCalled();
  expect(screen.getByRole("alert").textContent).toBe("Give the item a name.");
  await waitFor(() => expect(document.activeElement).toBe(name()));
});

it("the server's message stands at the field that it names, tied to it for screen readers", async () => {
  save.mockRejectedValue(
    refusal("One field needs attention.", [{ pointer: "/name", message: "It is taken." }]),
  );
  await userEvent.type(name(), "Screws");
  await pressSave();
  await screen.findByText("It is taken.");
  const described = (name().getAttribute("aria-describedby") ?? "").split(" ");
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    "It is taken.",
    "As on its label.",
  ]);
  expect(name().getAttribute("aria-invalid")).toBe("true");
  expect(screen.queryByText("One field needs attention.")).toBeNull();
});

it("the server's message goes when the field is edited, and the form can be sent again", async () => {
  save.mockRejectedValueOnce(refusal("No.", [{ pointer: "/name", message: "It is taken." }]));
  await userEvent.type(name(), "Screws");
  await pressSave();
  await screen.findByText("It is taken.");
  await userEvent.type(name(), " M3");
  expect(screen.queryByText("It is taken.")).toBeNull();
  await pressSave();
  expect(save).toHaveBeenLastCalledWith({ name: "Screws M3", quantity: 1, model: "" });
});

it("what no field of the form can show is said above the buttons, and pressing again tries again", async () => {
  save.mockRejectedValueOnce(
    refusal("The workspace is full.", [{ pointer: "/sku", message: "Hidden field." }]),
  );
  await userEvent.type(name(), "Screws");
  await pressSave();
  expect((await screen.findByRole("alert")).textContent).toBe("The workspace is full.");
  await pressSave();
  expect(save).toHaveBeenCalledTimes(2);
  expect(screen.queryByRole("alert")).toBeNull();
});

it("a message at a field that is folded away unfolds it, and the field has the focus", async () => {
  save.mockRejectedValue(refusal("No.", [{ pointer: "/model", message: "It is too long." }]));
  await userEvent.type(name(), "Screws");
  const fold = screen.getByRole("button", { name: "More fields" });
  expect(fold.getAttribute("aria-expanded")).toBe("false");
  await pressSave();
  await waitFor(() => expect(fold.getAttribute("aria-expanded")).toBe("true"));
  expect(screen.getByText("It is too long.")).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Model")));
});

it("numbers take a comma as the decimal point, refuse letters, and are null when empty", async () => {
  await userEvent.type(name(), "Wire");
  await userEvent.clear(quantity());
  await userEvent.type(quantity(), "2,5m");
  await pressSave();
  expect(save).toHaveBeenLastCalledWith({ name: "Wire", quantity: 2.5, model: "" });
  await userEvent.clear(quantity());
  await pressSave();
  expect(save).toHaveBeenLastCalledWith({ name: "Wire", quantity: null, model: "" });
});
