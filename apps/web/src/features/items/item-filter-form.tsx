import { AppForm } from "../../components/form/app-form.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { Checkbox } from "../../components/ui/checkbox.tsx";
import { PopoverTitle } from "../../components/ui/popover.tsx";
import { splitList } from "../../lib/word-list.ts";
import { changeSearch, type ItemsSearch } from "./items-search.ts";

interface ItemFilterFormProps {
  search: ItemsSearch;
  onApply: (search: ItemsSearch) => void;
}

/** The filters that are needed seldom, or need typing. */
export function ItemFilterForm({ search, onApply }: ItemFilterFormProps) {
  const form = useAppForm({
    defaultValues: {
      tags: (search.tag ?? []).join(", "),
      expiring_before: search.expiring_before ?? "",
      updated_since: search.updated_since ?? "",
      barcode: search.barcode ?? "",
      sku: search.sku ?? "",
      external_id: search.external_id ?? "",
      custom: (search.custom ?? []).join("\n"),
      recursive: search.recursive ?? false,
    },
    onSubmit: ({ value }) =>
      onApply(
        changeSearch(search, {
          tag: splitList(value.tags),
          expiring_before: orNothing(value.expiring_before),
          updated_since: orNothing(value.updated_since),
          barcode: orNothing(value.barcode),
          sku: orNothing(value.sku),
          external_id: orNothing(value.external_id),
          custom: pairsOf(value.custom),
          recursive: (search.location_id !== undefined && value.recursive) || undefined,
        }),
      ),
  });
  return (
    <AppForm form={form} isFocusedFirst className="flex min-h-0 flex-col">
      <div className="flex flex-col gap-3 overflow-y-auto px-4 pt-3 pb-4">
        <PopoverTitle>Filter items</PopoverTitle>
        {search.location_id ? (
          <form.AppField name="recursive">
            {(field) => (
              <Checkbox
                label="Also what lies further down"
                hint="In the place's bins and in the places below it."
                isChecked={field.state.value}
                onCheckedChange={field.handleChange}
              />
            )}
          </form.AppField>
        ) : null}
        <form.AppField name="tags">
          {(field) => (
            <field.TextField label="Tags" placeholder="steel, metric" hint="Only what has all of them." />
          )}
        </form.AppField>
        <div className="grid grid-cols-2 gap-3">
          <form.AppField name="expiring_before">
            {(field) => <field.TextField label="Expires before" type="date" />}
          </form.AppField>
          <form.AppField name="updated_since">
            {(field) => <field.TextField label="Changed since" type="date" />}
          </form.AppField>
          <form.AppField name="barcode">
            {(field) => <field.TextField label="Barcode" maxLength={128} />}
          </form.AppField>
          <form.AppField name="sku">
            {(field) => <field.TextField label="SKU" maxLength={100} />}
          </form.AppField>
        </div>
        <form.AppField name="external_id">
          {(field) => <field.TextField label="External id" maxLength={200} />}
        </form.AppField>
        <form.AppField
          name="custom"
          validators={{
            onSubmit: ({ value }) =>
              pairsOf(value).every((pair) => CUSTOM.test(pair)) ? undefined : "Write it as voltage=12.",
          }}
        >
          {(field) => (
            <field.TextAreaField
              label="Custom fields"
              rows={2}
              placeholder="voltage=12"
              hint="One a line, as name=value."
            />
          )}
        </form.AppField>
      </div>
      <footer className="flex justify-end border-t border-line px-4 py-3">
        <form.SubmitButton>Show</form.SubmitButton>
      </footer>
    </AppForm>
  );
}

const CUSTOM = /^[a-z][a-z0-9_]{0,49}=/;

const orNothing = (text: string) => (text.trim() === "" ? undefined : text.trim());

function pairsOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim().replace(/\s*=\s*/, "="))
    .filter((line) => line !== "");
}
