import type { Project } from "@stowage/contract/projects";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useRef } from "react";
import { Dialog } from "../../components/ui/dialog.tsx";
import { showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { useVersionedEdit } from "../../lib/use-versioned-edit.ts";
import { refreshProjects } from "./project-cache.ts";
import { ProjectForm } from "./project-form.tsx";
import { type ProjectValues, projectChangesOf, projectValuesOf } from "./project-values.ts";

interface EditProjectDialogProps {
  /** The project to edit; null closes the dialog. */
  project: Project | null;
  onClose: () => void;
}

export function EditProjectDialog({ project: asked, onClose }: EditProjectDialogProps) {
  const project = useLastValue(asked);
  const nameRef = useRef<HTMLInputElement>(null);
  if (!project) return null;
  return (
    <Dialog
      isOpen={asked !== null}
      onClose={onClose}
      title={`Edit ${project.name}`}
      initialFocus={nameRef}
      closesOnOutsidePress={false}
    >
      <EditedProject key={project.id} listed={project} nameRef={nameRef} onClose={onClose} />
    </Dialog>
  );
}

interface EditedProjectProps {
  listed: Project;
  nameRef: RefObject<HTMLInputElement | null>;
  onClose: () => void;
}

function EditedProject({ listed, nameRef, onClose }: EditedProjectProps) {
  const queryClient = useQueryClient();
  const update = useMutation(trpc.projects.update.mutationOptions());

  async function write(base: Project, values: ProjectValues, if_version?: number) {
    const changes = projectChangesOf(base, values);
    if (Object.keys(changes).length > 0) {
      const after = await update.mutateAsync({ id: base.id, ...changes, if_version });
      showToast({ title: `${after.name} was saved.` });
    }
    onClose();
    await refreshProjects();
  }

  const { base, saveIfUnchanged, conflict } = useVersionedEdit({
    listed,
    read: () => queryClient.fetchQuery(trpc.projects.get.queryOptions({ id: listed.id }, { staleTime: 0 })),
    write,
  });

  return (
    <ProjectForm
      key={base.version}
      initial={projectValuesOf(base)}
      submitLabel="Save"
      nameRef={nameRef}
      onCancel={onClose}
      onSubmit={saveIfUnchanged}
      conflict={conflict}
    />
  );
}
