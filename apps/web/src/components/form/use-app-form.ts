import { createFormHook } from "@tanstack/react-form";
import { fieldContext, formContext } from "./form-contexts.ts";
import { NumberField } from "./number-field.tsx";
import { SelectField } from "./select-field.tsx";
import { SubmitButton } from "./submit-button.tsx";
import { TextAreaField } from "./text-area-field.tsx";
import { TextField } from "./text-field.tsx";

/**
 * TanStack Form with this app's fields: `<form.AppField name="name">{(field) => <field.TextField label="Name" />}`.
 * Wrap it in `<AppForm form={form} onSubmit={…}>`, which sends it and shows the server's answer at the fields.
 */
export const { useAppForm } = createFormHook({
  fieldContext,
  formContext,
  fieldComponents: { NumberField, SelectField, TextAreaField, TextField },
  formComponents: { SubmitButton },
});
