import type { Organization } from "@stowage/contract/organizations";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { VersionConflictNote } from "../../components/form/version-conflict-note.tsx";
import { RadioGroup } from "../../components/ui/radio-group.tsx";
import { required } from "../../lib/required.ts";
import { wholeNumber } from "../../lib/whole-number.ts";
import { Fieldset } from "../api-keys/fieldset.tsx";
import { SettingsSection } from "../settings/settings-section.tsx";
import { hostsProblem, type OrganizationValues, organizationValuesOf } from "./organization-values.ts";
import { KEY_MAKERS } from "./organization-words.ts";

/** The bounds that the server keeps, in days. */
const DAYS_MAX = { keys: 3_650, events: 3_650, requests: 365, trash: 365 };
const EVENT_DAYS_MIN = 30;

interface OrganizationFieldsProps {
  base: Organization;
  onSubmit: (values: OrganizationValues) => Promise<void>;
  /** Somebody else was faster. */
  conflict: { onReload: () => void; onOverwrite: (values: OrganizationValues) => void } | null;
}

export function OrganizationFields({ base, onSubmit, conflict }: OrganizationFieldsProps) {
  const form = useAppForm({
    defaultValues: organizationValuesOf(base),
    onSubmit: ({ value }) => onSubmit(value),
  });
  return (
    // The form checks all other settings by itself.
    <AppForm form={form} fieldNames={{ settings: "test_webhook_hosts" }}>
      <SettingsSection title="General">
        <div className="grid gap-4 p-4 sm:grid-cols-2">
          <form.AppField name="name" validators={{ onSubmit: required("Give the organization a name.") }}>
            {(field) => <field.TextField label="Name" maxLength={100} required />}
          </form.AppField>
          <form.AppField name="slug" validators={{ onSubmit: required("Give it a short name.") }}>
            {(field) => (
              <field.TextField
                label="Short name (slug)"
                hint="Letters, digits and hyphens, nobody else's on this server."
                maxLength={50}
                spellCheck={false}
                autoCapitalize="none"
                className="font-mono"
                required
              />
            )}
          </form.AppField>
        </div>
      </SettingsSection>
      <SettingsSection title="API keys">
        <div className="flex flex-col gap-4 p-4">
          <form.Field name="api_key_makers">
            {(field) => (
              <Fieldset
                legend="Who may create them"
                hint="Keys that are there already go on working. Viewers never have any."
              >
                <RadioGroup
                  label="Who may create API keys"
                  value={field.state.value}
                  onValueChange={field.handleChange}
                  options={[
                    { value: "members", label: KEY_MAKERS.members },
                    { value: "admins", label: KEY_MAKERS.admins },
                  ]}
                />
              </Fieldset>
            )}
          </form.Field>
          <form.AppField
            name="api_key_days_max"
            validators={{
              onSubmit: ({ value }) => (value === null ? undefined : wholeNumber(value, 1, DAYS_MAX.keys)),
            }}
          >
            {(field) => (
              <field.NumberField
                label="Longest life, in days"
                aside="Optional"
                placeholder="No limit"
                hint="For keys that are made or extended from then on. Empty means no limit."
              />
            )}
          </form.AppField>
        </div>
      </SettingsSection>
      <SettingsSection title="How long things are kept" text="In days. What is older is deleted for good.">
        <div className="grid gap-4 p-4 sm:grid-cols-3">
          <form.AppField
            name="event_retention_days"
            validators={{ onSubmit: ({ value }) => wholeNumber(value, EVENT_DAYS_MIN, DAYS_MAX.events) }}
          >
            {(field) => <field.NumberField label="Activity" hint="Who changed what, and by which key." />}
          </form.AppField>
          <form.AppField
            name="request_retention_days"
            validators={{ onSubmit: ({ value }) => wholeNumber(value, 1, DAYS_MAX.requests) }}
          >
            {(field) => <field.NumberField label="Calls of keys" hint="Each request of a script." />}
          </form.AppField>
          <form.AppField
            name="trash_days"
            validators={{ onSubmit: ({ value }) => wholeNumber(value, 1, DAYS_MAX.trash) }}
          >
            {(field) => <field.NumberField label="Trash" hint="Deleted bins and items." />}
          </form.AppField>
        </div>
      </SettingsSection>
      <SettingsSection title="Test environment">
        <div className="p-4">
          <form.AppField
            name="test_webhook_hosts"
            validators={{ onSubmit: ({ value }) => hostsProblem(value) }}
          >
            {(field) => (
              <field.TextAreaField
                label="Hosts that test triggers may post to"
                aside="Optional"
                hint="One a line, with its port if it has one of its own. To any other host they never post."
                placeholder={"hooks.example.org\n192.168.1.10:8123"}
                rows={3}
                spellCheck={false}
                autoCapitalize="none"
                className="font-mono"
              />
            )}
          </form.AppField>
        </div>
      </SettingsSection>
      <div className="mb-8 flex flex-col items-start gap-3">
        <FormProblemNote />
        {conflict ? (
          <VersionConflictNote
            onReload={conflict.onReload}
            onOverwrite={() => conflict.onOverwrite(form.state.values)}
          />
        ) : null}
        <form.SubmitButton>Save</form.SubmitButton>
      </div>
    </AppForm>
  );
}
