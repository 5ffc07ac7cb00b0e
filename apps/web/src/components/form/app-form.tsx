import type { ComponentType, ReactNode } from "react";
import { ProblemForm, type ProblemFormProps } from "./problem-form.tsx";

/** The part of `useAppForm`'s answer that is needed here, whatever its fields. */
interface SubmittableForm {
  handleSubmit: () => Promise<void>;
  AppForm: ComponentType<{ children?: ReactNode }>;
}

type AppFormProps = Omit<ProblemFormProps, "onSubmit"> & { form: SubmittableForm };

/** The `<form>` around the fields of `useAppForm`, whose `onSubmit` does the work and lets the server's error through. */
export function AppForm({ form, children, ...props }: AppFormProps) {
  return (
    <ProblemForm onSubmit={() => form.handleSubmit()} {...props}>
      <form.AppForm>{children}</form.AppForm>
    </ProblemForm>
  );
}
