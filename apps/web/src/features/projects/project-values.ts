import type { Project, UpdateProject } from "@stowage/contract/projects";
import type { SelectOption } from "../../components/ui/select.tsx";
import { splitList } from "../../lib/word-list.ts";

/** A project as its form holds it. */
export interface ProjectValues {
  name: string;
  status: Project["status"];
  starts_on: string;
  due_on: string;
  tags: string;
  description: string;
}

export const PROJECT_STATUS_OPTIONS: readonly SelectOption<Project["status"]>[] = [
  { value: "planned", label: "Planned: holds nothing yet" },
  { value: "active", label: "Active: holds what it reserves" },
  { value: "done", label: "Done" },
  { value: "cancelled", label: "Cancelled" },
];

export const NEW_PROJECT_VALUES: ProjectValues = {
  name: "",
  status: "planned",
  starts_on: "",
  due_on: "",
  tags: "",
  description: "",
};

export function projectValuesOf(project: Project): ProjectValues {
  return {
    name: project.name,
    status: project.status,
    starts_on: project.starts_on ?? "",
    due_on: project.due_on ?? "",
    tags: project.tags.join(", "),
    description: project.description,
  };
}

export function projectInputOf({ starts_on, due_on, tags, ...values }: ProjectValues) {
  return {
    ...values,
    description: values.description.trim(),
    starts_on: starts_on === "" ? null : starts_on,
    due_on: due_on === "" ? null : due_on,
    tags: splitList(tags),
  };
}

/** Only what the form changed, so that an overwrite takes back nothing else of somebody's work. */
export function projectChangesOf(
  before: Project,
  values: ProjectValues,
): Omit<UpdateProject, "id" | "if_version"> {
  const old = projectInputOf(projectValuesOf(before));
  return Object.fromEntries(
    Object.entries(projectInputOf(values)).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(old[field as keyof typeof old]), // a key of the same shape
    ),
  );
}
