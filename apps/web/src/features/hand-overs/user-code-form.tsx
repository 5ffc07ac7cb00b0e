import type { HandOver } from "@stowage/contract/hand-overs";
import { useMutation } from "@tanstack/react-query";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { trpc } from "../../lib/trpc.ts";
import { codeProblem, typedCode } from "./typed-code.ts";

interface UserCodeFormProps {
  /** What a link has filled in. */
  code: string;
  onFound: (code: string, handOver: HandOver) => void;
}

/** The box for a program's code. A link fills it in and does no more: the reader says that the code is theirs. */
export function UserCodeForm({ code, onFound }: UserCodeFormProps) {
  const look = useMutation(trpc.handOvers.look.mutationOptions({ gcTime: 0 }));
  const form = useAppForm({
    defaultValues: { user_code: typedCode(code) },
    onSubmit: async ({ value: { user_code } }) => onFound(user_code, await look.mutateAsync({ user_code })),
  });
  return (
    <AppForm form={form} isFocusedFirst className="flex flex-col gap-4">
      <form.Field name="user_code" validators={{ onSubmit: ({ value }) => codeProblem(value) }}>
        {(field) => (
          <Field
            label="Code"
            isRequired
            error={field.state.meta.errors.find((error) => typeof error === "string")}
            hint={
              code === ""
                ? "Eight letters. Capitals and the dash come by themselves."
                : "A link has filled it in. Go on only if the program shows the same."
            }
          >
            <Input
              name="user_code"
              value={field.state.value}
              onChange={(event) => field.handleChange(typedCode(event.target.value))}
              autoComplete="off"
              autoCapitalize="characters"
              autoCorrect="off"
              spellCheck={false}
              placeholder="BCDF-GHJK"
              className="h-11 font-mono text-lg tracking-widest coarse:text-lg"
            />
          </Field>
        )}
      </form.Field>
      <FormProblemNote />
      <form.SubmitButton size="lg" className="mt-1">
        Go on
      </form.SubmitButton>
    </AppForm>
  );
}
