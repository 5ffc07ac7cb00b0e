import { createContext, use } from "react";

/** What the server said about the last submission, and how a field takes its message back once it is edited. */
export interface FormProblem {
  /** Above the buttons: what no visible field can show. */
  sentence: string | null;
  fieldErrors: Readonly<Record<string, string>>;
  clearField: (field: string) => void;
}

export const FormProblemContext = createContext<FormProblem>({
  sentence: null,
  fieldErrors: {},
  clearField: () => {},
});

export function useFormProblem(): FormProblem {
  return use(FormProblemContext);
}
