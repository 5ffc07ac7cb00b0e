import type { Project } from "@stowage/contract/projects";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { Dialog } from "../../components/ui/dialog.tsx";
import { trpc } from "../../lib/trpc.ts";
import { refreshProjects } from "./project-cache.ts";
import { ProjectForm } from "./project-form.tsx";
import { NEW_PROJECT_VALUES, projectInputOf } from "./project-values.ts";

interface CreateProjectDialogProps {
  isOpen: boolean;
  onClose: () => void;
  onCreated: (project: Project) => void;
}

export function CreateProjectDialog({ isOpen, onClose, onCreated }: CreateProjectDialogProps) {
  const nameRef = useRef<HTMLInputElement>(null);
  const create = useMutation(trpc.projects.create.mutationOptions());
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Add project"
      initialFocus={nameRef}
      closesOnOutsidePress={false}
    >
      <ProjectForm
        initial={NEW_PROJECT_VALUES}
        submitLabel="Add project"
        nameRef={nameRef}
        onCancel={onClose}
        onSubmit={async (values) => {
          onCreated(await create.mutateAsync(projectInputOf(values)));
          await refreshProjects();
        }}
      />
    </Dialog>
  );
}
