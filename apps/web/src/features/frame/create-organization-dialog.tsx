import { useMutation } from "@tanstack/react-query";
import { AppForm } from "../../components/form/app-form.tsx";
import { FormProblemNote } from "../../components/form/form-problem-note.tsx";
import { useAppForm } from "../../components/form/use-app-form.ts";
import { Button } from "../../components/ui/button.tsx";
import { Dialog, DialogBody, DialogFooter } from "../../components/ui/dialog.tsx";
import { required } from "../../lib/required.ts";
import { trpc } from "../../lib/trpc.ts";
import { useSwitchOrganization } from "./use-switch-organization.ts";

/** Makes another organization and goes there. */
export function CreateOrganizationDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const create = useMutation(trpc.organizations.create.mutationOptions());
  const switchTo = useSwitchOrganization();
  const form = useAppForm({
    defaultValues: { name: "" },
    onSubmit: async ({ value }) => {
      const { id } = await create.mutateAsync(value);
      onClose();
      switchTo(id);
    },
  });
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      onClosed={() => form.reset()}
      title="New organization"
      description="Things, members and keys of its own, apart from all others. You own it, and can invite people."
      width="sm"
      closesOnOutsidePress={false}
    >
      <AppForm form={form} className="flex min-h-0 flex-col">
        <DialogBody>
          <form.AppField name="name" validators={{ onSubmit: required("Give the organization a name.") }}>
            {(field) => <field.TextField label="Name" placeholder="Makerspace" maxLength={100} required />}
          </form.AppField>
          <FormProblemNote />
        </DialogBody>
        <DialogFooter>
          <Button onClick={onClose}>Cancel</Button>
          <form.SubmitButton>Create organization</form.SubmitButton>
        </DialogFooter>
      </AppForm>
    </Dialog>
  );
}
