import type { Project } from "@stowage/contract/projects";
import { useMutation } from "@tanstack/react-query";
import { ConfirmDialog } from "../../components/ui/confirm-dialog.tsx";
import { problemSentence } from "../../lib/problem.ts";
import { trpc } from "../../lib/trpc.ts";
import { showUndoToast } from "../../lib/undo-toast.ts";
import { useLastValue } from "../../lib/use-last-value.ts";
import { refreshProjects } from "./project-cache.ts";

interface DeleteProjectDialogProps {
  /** The project to delete; null closes the dialog. */
  project: Project | null;
  onClose: () => void;
  onDeleted?: () => void;
}

export function DeleteProjectDialog({ project: asked, onClose, onDeleted }: DeleteProjectDialogProps) {
  const project = useLastValue(asked);
  const remove = useMutation(
    trpc.projects.remove.mutationOptions({
      onSuccess: ({ event_seq }) => {
        showUndoToast({ title: `${project?.name ?? "The project"} was deleted.`, undo: [event_seq] });
        onClose();
        onDeleted?.();
        void refreshProjects();
      },
    }),
  );
  if (!project) return null;
  return (
    <ConfirmDialog
      isOpen={asked !== null}
      onClose={() => {
        remove.reset();
        onClose();
      }}
      title={`Delete ${project.name}?`}
      confirmLabel="Delete project"
      isBusy={remove.isPending}
      error={remove.error ? problemSentence(remove.error) : undefined}
      onConfirm={() => remove.mutate({ id: project.id })}
    >
      What it reserved is free again, and what it used stays used. Its tasks stay, without a project.
    </ConfirmDialog>
  );
}
