import type { WhoAmI } from "@stowage/contract/api-keys";
import type { Environment } from "@stowage/contract/environments";
import type { HandOver } from "@stowage/contract/hand-overs";
import { SCOPES } from "@stowage/contract/scopes";
import { useStore } from "@tanstack/react-form";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { Segmented, type SegmentedOption } from "../../components/ui/segmented.tsx";
import { trpc } from "../../lib/trpc.ts";
import { useConfirmed } from "../account/use-confirmed.tsx";
import { AccessPicker } from "../api-keys/access-picker.tsx";
import { accessSentence, joinWords } from "../api-keys/access-words.ts";
import { allowedExpiry, expiryOptions } from "../api-keys/expiry-choice.ts";
import { ExpiryPicker } from "../api-keys/expiry-picker.tsx";
import { Fieldset } from "../api-keys/fieldset.tsx";
import { expiryProblem, messageOf, NO_SCOPES } from "../api-keys/key-form-checks.ts";
import { useOrganization } from "../api-keys/use-organization.ts";
import { approvalOf, approvalValues, endOf } from "./approval-values.ts";
import { startOf } from "./asked-scopes.ts";

const ENVIRONMENT_OPTIONS: readonly SegmentedOption<Environment>[] = [
  { value: "live", label: "Live" },
  { value: "test", label: "Test" },
];

interface ApprovalFormProps {
  code: string;
  handOver: HandOver;
  /** Who approves, in the organization that the key will be of. */
  me: WhoAmI;
  onApproved: () => void;
  /** The other way out, beside the button that approves. */
  children: ReactNode;
}

/** What the program shall have: what it asked for, or less. */
export function ApprovalForm({ code, handOver, me, onApproved, children }: ApprovalFormProps) {
  const daysMax = useOrganization()?.settings.api_key_days_max ?? null;
  const approve = useMutation(trpc.handOvers.approve.mutationOptions({ gcTime: 0 }));
  const { confirmed, confirmDialog } = useConfirmed();
  const form = useAppForm({
    defaultValues: approvalValues(handOver, me),
    onSubmit: async ({ value }) => {
      const terms = approvalOf(value, code, { now: new Date(), daysMax });
      if ((await confirmed(() => approve.mutateAsync(terms))) !== null) onApproved();
    },
  });
  const expiry = useStore(form.store, ({ values }) => allowedExpiry(values.expiry, daysMax));
  const sentence = useStore(form.store, ({ values }) =>
    accessSentence({ ...values, expiresAt: endOf(values, new Date(), daysMax) }),
  );
  const { left } = startOf(handOver.scopes, me.scopes);

  return (
    <AppForm form={form} fieldNames={{ expires_at: "expiryDate" }} className="flex flex-col gap-5">
      <div className="grid gap-5 sm:grid-cols-2">
        <form.AppField name="name">
          {(field) => <field.TextField label="Name of the key" maxLength={100} />}
        </form.AppField>
        <form.Field name="environment">
          {(field) => (
            <Fieldset legend="Environment">
              <Segmented
                label="Environment"
                value={field.state.value}
                onValueChange={field.handleChange}
                options={ENVIRONMENT_OPTIONS}
              />
            </Fieldset>
          )}
        </form.Field>
      </div>
      <form.Field name="preset">
        {(preset) => (
          <form.Field
            name="scopes"
            validators={{ onSubmit: ({ value }) => (value.length === 0 ? NO_SCOPES : undefined) }}
          >
            {(field) => (
              <AccessPicker
                preset={preset.state.value}
                scopes={field.state.value}
                grantable={me.scopes}
                error={messageOf(field.state.meta.errors)}
                onAccessChange={(access) => {
                  preset.handleChange(access.preset);
                  field.handleChange(access.scopes);
                }}
              />
            )}
          </form.Field>
        )}
      </form.Field>
      {left.length > 0 ? (
        <p className="-mt-2 text-ui text-muted">
          It asked for more: {joinWords(left.map((scope) => SCOPES[scope].label.toLowerCase()))}.{" "}
          {left.includes("admin:*") ? "That is not chosen for you." : "That is not yours to give."}
        </p>
      ) : null}
      <form.Field
        name="expiryDate"
        validators={{ onSubmit: ({ value }) => expiryProblem(expiry, value, daysMax) }}
      >
        {(date) => (
          <ExpiryPicker
            options={expiryOptions(daysMax)}
            choice={expiry}
            onChoiceChange={(choice) => form.setFieldValue("expiry", choice)}
            date={date.state.value}
            onDateChange={date.handleChange}
            error={messageOf(date.state.meta.errors)}
            daysMax={daysMax}
          />
        )}
      </form.Field>
      <div className="flex flex-col gap-3 border-t border-line pt-4">
        <FormProblemNote />
        <p role="status" className="text-ui text-ink">
          {sentence} Never more than you may do yourself.
        </p>
        <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
          {children}
          <form.SubmitButton size="lg">Approve</form.SubmitButton>
        </div>
      </div>
      {confirmDialog}
    </AppForm>
  );
}
