import type { ProjectView } from "@stowage/contract/projects";
import { useRegisterActions } from "../../lib/actions.ts";

/** `e` edits the project of the focused row; nothing does where `onEdit` is null. */
export function useProjectKeys(
  projects: readonly ProjectView[],
  onEdit: ((project: ProjectView) => void) | null,
): void {
  useRegisterActions(
    onEdit
      ? [
          {
            id: "project.edit",
            label: "Edit the project of the row",
            section: "This page",
            keys: "e",
            isPaletteHidden: true,
            run: () => {
              const id = document.activeElement?.closest<HTMLElement>("[data-project-id]")?.dataset.projectId;
              const project = projects.find((candidate) => candidate.id === id);
              if (project) onEdit(project);
            },
          },
        ]
      : [],
  );
}
