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
import { type BinValues, hasMoreBinValues } from "./bin-values.ts";
import { ColorField, IconField } from "./look-fields.tsx";

export function BinForm({ initial, nameRef, onSubmit, ...props }: ThingFormProps<BinValues>) {
  const form = useAppForm({ defaultValues: initial, onSubmit: ({ value }) => onSubmit(value) });
  return (
    <DialogForm form={form} {...props}>
      <form.AppField name="name" validators={{ onSubmit: required("Give the bin a name.") }}>
        {(field) => (
          <field.TextField ref={nameRef} label="Name" placeholder="Fasteners" maxLength={200} required />
        )}
      </form.AppField>
      <form.AppField name="location_id">
        {(field) => (
          <Field label="Location" hint="Moving a bin moves everything in it.">
            <PlacePicker
              name="location_id"
              kinds={["location"]}
              value={field.state.value}
              onValueChange={field.handleChange}
              placeholder="Nowhere in particular"
            />
          </Field>
        )}
      </form.AppField>
      <form.AppField
        name="tags"
        validators={{ onSubmit: ({ value }) => listProblem(value, TAGS_MAX, "tags") }}
      >
        {(field) => (
          <field.TextField
            label="Tags"
            aside="Optional"
            placeholder="metal, small"
            hint="Separate with commas."
          />
        )}
      </form.AppField>
      <form.AppField name="description">
        {(field) => <field.TextAreaField label="Description" aside="Optional" maxLength={10_000} />}
      </form.AppField>
      <Disclosure label="More fields" isOpenAtFirst={hasMoreBinValues(initial)}>
        <div className="flex flex-col gap-4 pt-4">
          <form.AppField name="color">{() => <ColorField />}</form.AppField>
          <form.AppField name="icon">{() => <IconField />}</form.AppField>
          <form.AppField name="custom_fields" validators={{ onSubmit: ({ value }) => customProblem(value) }}>
            {() => <CustomFieldsField />}
          </form.AppField>
        </div>
      </Disclosure>
    </DialogForm>
  );
}
