import { DialogForm } from "../../components/form/dialog-form.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { PlacePicker } from "../../components/places/place-picker.tsx";
import { CustomFieldsField } from "../../components/things/custom-fields-field.tsx";
import { customProblem } from "../../components/things/custom-rows.ts";
import type { ThingFormProps } from "../../components/things/edit-dialog.tsx";
import { TAGS_MAX } from "../../components/things/tag-changes.ts";
import { Disclosure } from "../../components/ui/disclosure.tsx";
import { Field } from "../../components/ui/field.tsx";
import { required } from "../../lib/required.ts";
import { listProblem } from "../../lib/word-list.ts";
import { AlreadyThere } from "./already-there.tsx";
import { BarcodesField } from "./barcodes-field.tsx";
import { hasMoreValues, ITEM_FIELD_NAMES, type ItemValues } from "./item-values.ts";

type ItemFormProps = ThingFormProps<ItemValues> & {
  /** Says when there is something of that name already. */
  isNew?: boolean;
};

export function ItemForm({ initial, isNew = false, nameRef, onSubmit, ...props }: ItemFormProps) {
  const form = useAppForm({ defaultValues: initial, onSubmit: ({ value }) => onSubmit(value) });
  return (
    <DialogForm form={form} fieldNames={ITEM_FIELD_NAMES} {...props}>
      <form.AppField name="name" validators={{ onSubmit: required("Give the item a name.") }}>
        {(field) => (
          <div className="flex flex-col gap-1.5">
            <field.TextField ref={nameRef} label="Name" placeholder="M3 screws" maxLength={200} required />
            {isNew ? <AlreadyThere by="name" text={field.state.value} /> : null}
          </div>
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
            <form.AppField name="external_id">
              {(field) => <field.TextField label="External id" maxLength={200} />}
            </form.AppField>
          </div>
          <form.AppField name="barcodes">
            {(field) => (
              <div className="flex flex-col gap-1.5">
                <BarcodesField />
                {isNew ? <AlreadyThere by="barcode" text={field.state.value.at(-1) ?? ""} /> : null}
              </div>
            )}
          </form.AppField>
          <form.AppField name="notes">
            {(field) => <field.TextAreaField label="Notes" maxLength={10_000} />}
          </form.AppField>
          <form.AppField name="custom_fields" validators={{ onSubmit: ({ value }) => customProblem(value) }}>
            {() => <CustomFieldsField />}
          </form.AppField>
        </div>
      </Disclosure>
    </DialogForm>
  );
}

function quantityProblem(value: number | null): string | undefined {
  if (value === null) return "Enter how many there are; 0 is fine.";
  if (value < 0) return "It cannot be less than 0.";
  return undefined;
}
