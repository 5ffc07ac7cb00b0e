import { PLAN_RATE_LIMITS, PLANS, type Plan, RATE_LIMIT_MAX } from "@stowage/contract/limits";
import type { Organization } from "@stowage/contract/organizations";
import { useStore } from "@tanstack/react-form";
import { useMutation } from "@tanstack/react-query";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { RadioGroup } from "../../components/ui/radio-group.tsx";
import { formatNumber } from "../../lib/format.ts";
import { showToast } from "../../lib/toasts.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { wholeNumber } from "../../lib/whole-number.ts";
import { PLAN_NAMES } from "./organization-words.ts";

interface PlanValues {
  plan: Plan;
  per_minute: number | null;
  per_hour: number | null;
}

/** For the admin of the instance: a plan, and for the last of them limits of one's own. */
export function PlanForm({ organization }: { organization: Organization }) {
  const update = useMutation(trpc.organizations.update.mutationOptions());
  const defaultValues: PlanValues = { plan: organization.plan, ...organization.rate_limit };
  const form = useAppForm({
    defaultValues,
    onSubmit: async ({ value: { plan, per_minute, per_hour } }) => {
      const after = await update.mutateAsync({
        id: organization.id,
        plan,
        rate_limit:
          plan === "enterprise" && per_minute !== null && per_hour !== null ? { per_minute, per_hour } : null,
      });
      queryClient.setQueryData(trpc.organizations.get.queryKey({ id: organization.id }), after);
      showToast({ title: `${organization.name} is on the ${PLAN_NAMES[plan].toLowerCase()} plan.` });
    },
  });
  const isCustom = useStore(form.store, ({ values }) => values.plan === "enterprise");

  function choose(plan: Plan) {
    form.setFieldValue("plan", plan);
    form.setFieldValue("per_minute", PLAN_RATE_LIMITS[plan].per_minute);
    form.setFieldValue("per_hour", PLAN_RATE_LIMITS[plan].per_hour);
  }

  return (
    <AppForm form={form} className="flex flex-col gap-4 p-4">
      <form.Field name="plan">
        {(field) => (
          <RadioGroup
            label="Plan"
            value={field.state.value}
            onValueChange={choose}
            options={PLANS.map((plan) => ({
              value: plan,
              label: PLAN_NAMES[plan],
              hint: plan === "enterprise" ? "Limits of its own." : limitWords(plan),
            }))}
          />
        )}
      </form.Field>
      {isCustom ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <form.AppField
            name="per_minute"
            validators={{ onSubmit: ({ value }) => wholeNumber(value, 1, RATE_LIMIT_MAX) }}
          >
            {(field) => <field.NumberField label="Requests a minute" />}
          </form.AppField>
          <form.AppField
            name="per_hour"
            validators={{ onSubmit: ({ value }) => wholeNumber(value, 1, RATE_LIMIT_MAX) }}
          >
            {(field) => <field.NumberField label="Requests an hour" />}
          </form.AppField>
        </div>
      ) : null}
      <FormProblemNote />
      <form.SubmitButton variant="secondary" className="self-start">
        Save the plan
      </form.SubmitButton>
    </AppForm>
  );
}

function limitWords(plan: Plan): string {
  const { per_minute, per_hour } = PLAN_RATE_LIMITS[plan];
  return `${formatNumber(per_minute)} requests a minute and ${formatNumber(per_hour)} an hour, for each key.`;
}
