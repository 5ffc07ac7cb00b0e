import type { RefObject } from "react";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { VersionConflictNote } from "../../components/form/version-conflict-note.tsx";
import { Button } from "../../components/ui/button.tsx";
import { DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { Disclosure } from "../../components/ui/disclosure.tsx";
import { Field } from "../../components/ui/field.tsx";
import { required } from "../../lib/required.ts";
import { hasMoreValues, ITEM_FIELD_NAMES, type ItemValues, splitList } from "./item-values.ts";
import { PlacePicker } from "./place-picker.tsx";

interface ItemFormProps {
  initial: ItemValues;
  submitLabel: string;
  /** Where the dialog around it puts the focus. */
  nameRef: RefObject<HTMLInputElement | null>;
  /** Saves; the server's error is let through to be shown at the fields. */
  onSubmit: (values: ItemValues) => Promise<void>;
  onCancel: () => void;
  /** Given when somebody else saved first. */
  conflict?: { onReload: () => void; onOverwrite: (values: ItemValues) => void } | null;
}

export function ItemForm({
  initial,
  submitLabel,
  nameRef,
  onSubmit,
  onCancel,
  conflict = null,
}: ItemFormProps) {
  const form = useAppForm({ defaultValues: initial, onSubmit: ({ value }) => onSubmit(value) });
  return (
    <AppForm form={form} fieldNames={ITEM_FIELD_NAMES} className="flex min-h-0 flex-col">
      <DialogBody>
        <form.AppField name="name" validators={{ onSubmit: required("Give the item a name.") }}>
          {(field) => (
            <field.TextField ref={nameRef} label="Name" placeholder="M3 screws" maxLength={200} required />
          )}
        </form.AppField>
        <form.AppField name="place">
          {(field) => (
            <Field label="Place" hint="A bin, or a location for things too big for one.">
              <PlacePicker
                name="place"
                value={field.state.value}
                onValueChange={field.handleChange}
                placeholder="Inbox: put away later"
              />
            </Field>
          )}
        </form.AppField>
        <div className="grid grid-cols-3 gap-3">
          <form.AppField name="quantity" validators={{ onSubmit: ({ value }) => quantityProblem(value) }}>
            {(field) => <field.NumberField label="Quantity" min={0} />}
          </form.AppField>
          <form.AppField name="unit">
            {(field) => <field.TextField label="Unit" maxLength={20} placeholder="pcs" />}
          </form.AppField>
          <form.AppField
            name="min_quantity"
            validators={{ onSubmit: ({ value }) => quantityProblem(value ?? 0) }}
          >
            {(field) => <field.NumberField label="Minimum" min={0} placeholder="None" />}
          </form.AppField>
        </div>
        <form.AppField
          name="tags"
          validators={{ onSubmit: ({ value }) => listProblem(value, TAGS_MAX, "tags") }}
        >
          {(field) => (
            <field.TextField
              label="Tags"
              aside="Optional"
              placeholder="steel, metric"
              hint="Separate with commas."
            />
          )}
        </form.AppField>
        <Disclosure label="More fields" isOpenAtFirst={hasMoreValues(initial)}>
          <div className="flex flex-col gap-4 pt-4">
            <div className="grid gap-3 sm:grid-cols-2">
              <form.AppField name="sku">
                {(field) => <field.TextField label="SKU" maxLength={100} />}
              </form.AppField>
              <form.AppField name="expires_on">
                {(field) => <field.TextField label="Expires on" type="date" />}
              </form.AppField>
              <form.AppField name="manufacturer">
                {(field) => <field.TextField label="Manufacturer" maxLength={200} />}
              </form.AppField>
              <form.AppField name="model">
                {(field) => <field.TextField label="Model" maxLength={200} />}
              </form.AppField>
              <form.AppField name="serial_number">
                {(field) => <field.TextField label="Serial number" maxLength={200} />}
              </form.AppField>
              <form.AppField
                name="barcodes"
                validators={{ onSubmit: ({ value }) => listProblem(value, BARCODES_MAX, "barcodes") }}
              >
                {(field) => (
                  <field.TextField label="Barcodes" placeholder="Separate with commas" inputMode="numeric" />
                )}
              </form.AppField>
            </div>
            <form.AppField name="notes">
              {(field) => <field.TextAreaField label="Notes" maxLength={10_000} />}
            </form.AppField>
          </div>
        </Disclosure>
        {conflict ? (
          <VersionConflictNote
            onReload={conflict.onReload}
            onOverwrite={() => conflict.onOverwrite(form.state.values)}
          />
        ) : null}
        <FormProblemNote />
      </DialogBody>
      <DialogFooter>
        <Button onClick={onCancel}>Cancel</Button>
        <form.SubmitButton>{submitLabel}</form.SubmitButton>
      </DialogFooter>
    </AppForm>
  );
}

/** As many as the server takes. */
const TAGS_MAX = 20;
const BARCODES_MAX = 10;

function listProblem(text: string, max: number, noun: string): string | undefined {
  return splitList(text).length > max ? `At most ${max} ${noun}.` : undefined;
}

function quantityProblem(value: number | null): string | undefined {
  if (value === null) return "Enter how many there are; 0 is fine.";
  if (value < 0) return "It cannot be less than 0.";
  return undefined;
}
