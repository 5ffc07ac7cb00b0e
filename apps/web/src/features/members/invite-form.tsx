import type { CreatedInvitation } from "@stowage/contract/invitations";
import { INVITATION_DAYS_DEFAULT, INVITATION_DAYS_MAX } from "@stowage/contract/limits";
import { useMutation } from "@tanstack/react-query";
import type { RefObject } from "react";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { Button } from "../../components/ui/button.tsx";
import { DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { RadioGroup } from "../../components/ui/radio-group.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { required } from "../../lib/required.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { wholeNumber } from "../../lib/whole-number.ts";
import { Fieldset } from "../api-keys/fieldset.tsx";
import { ROLE_WORDS } from "./role-words.ts";

const USES_MAX = 100;
const ROLES = ["admin", "member", "viewer"] as const;

interface InviteValues {
  by: "address" | "link";
  email: string;
  role: (typeof ROLES)[number];
  days: number | null;
  uses: number | null;
}

interface InviteFormProps {
  onInvited: (made: CreatedInvitation) => void;
  onCancel: () => void;
  /** Where the dialog around it puts the focus. */
  emailRef: RefObject<HTMLInputElement | null>;
}

export function InviteForm({ onInvited, onCancel, emailRef }: InviteFormProps) {
  // The answer holds the link: it is taken out and the mutation emptied, so that no cache keeps it.
  const invite = useMutation(trpc.members.invite.mutationOptions({ gcTime: 0 }));
  const defaultValues: InviteValues = {
    by: "address",
    email: "",
    role: "member",
    days: INVITATION_DAYS_DEFAULT,
    uses: 1,
  };
  const form = useAppForm({
    defaultValues,
    onSubmit: async ({ value }) => {
      const isByAddress = value.by === "address";
      const made = await invite.mutateAsync({
        email: isByAddress ? value.email : null,
        role: value.role,
        expires_in_days: value.days ?? INVITATION_DAYS_DEFAULT,
        max_uses: isByAddress ? 1 : (value.uses ?? 1),
      });
      invite.reset();
      onInvited(made);
      await queryClient.invalidateQueries(trpc.invitations.pathFilter());
    },
  });
  return (
    <AppForm
      form={form}
      fieldNames={{ expires_in_days: "days", max_uses: "uses" }}
      className="flex min-h-0 flex-col"
    >
      <DialogBody>
        <form.Field name="by">
          {(by) => (
            <>
              <Segmented
                label="How"
                value={by.state.value}
                onValueChange={by.handleChange}
                options={[
                  { value: "address", label: "By address" },
                  { value: "link", label: "By a link for several" },
                ]}
              />
              {by.state.value === "address" ? (
                <form.AppField
                  name="email"
                  validators={{ onSubmit: required("Enter their e-mail address.") }}
                >
                  {(field) => (
                    <field.TextField
                      label="E-mail"
                      type="email"
                      ref={emailRef}
                      hint="Only the person with this address can accept."
                      required
                    />
                  )}
                </form.AppField>
              ) : (
                <form.AppField
                  name="uses"
                  validators={{ onSubmit: ({ value }) => wholeNumber(value, 1, USES_MAX) }}
                >
                  {(field) => (
                    <field.NumberField
                      label="For how many people"
                      hint="Whoever has the link can come in, until it is used up."
                    />
                  )}
                </form.AppField>
              )}
            </>
          )}
        </form.Field>
        <form.Field name="role">
          {(field) => (
            <Fieldset legend="Role">
              <RadioGroup
                label="Role"
                value={field.state.value}
                onValueChange={field.handleChange}
                options={ROLES.map((role) => ({
                  value: role,
                  label: ROLE_WORDS[role].label,
                  hint: ROLE_WORDS[role].text,
                }))}
              />
            </Fieldset>
          )}
        </form.Field>
        <form.AppField
          name="days"
          validators={{ onSubmit: ({ value }) => wholeNumber(value, 1, INVITATION_DAYS_MAX) }}
        >
          {(field) => (
            <field.NumberField label="Days until it ends" hint={`At most ${INVITATION_DAYS_MAX}.`} />
          )}
        </form.AppField>
        <FormProblemNote />
      </DialogBody>
      <DialogFooter>
        <Button onClick={onCancel}>Cancel</Button>
        <form.SubmitButton>Invite</form.SubmitButton>
      </DialogFooter>
    </AppForm>
  );
}
