import type { CreateProject, Project } from "@stowage/contract/projects";
import { newId } from "@stowage/db/new-id";
import { refuseBoundReach } from "../../bounds/refuse-bound-reach.ts";
import { checkDates } from "../../features/projects/policy.ts";
import type { Writing } from "../writing.ts";

/**
 * @param id  for what comes back from elsewhere with an id of its own; by default it gets a new one
 * @throws role_forbidden, validation_failed
 */
export function createProject(
  writing: Writing,
  input: CreateProject,
  { id = newId("project") }: { id?: string } = {},
): Project {
  refuseBoundReach(writing.by.reach, "projects");
  checkDates(input);
  const { at } = writing;
  const project = { ...input, id, version: 1, created_at: at, updated_at: at };
  writing.projects.put(project);
  writing.record({ type: "project.created", subject_id: id, subject_name: project.name, data: input });
  return project;
}
