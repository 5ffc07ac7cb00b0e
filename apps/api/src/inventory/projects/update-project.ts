import type { Project, UpdateProject } from "@stowage/contract/projects";
import { checkDates } from "../../features/projects/policy.ts";
import { changesOf } from "../../writes/changes.ts";
import { checkVersion } from "../../writes/check-version.ts";
import type { Writing } from "../writing.ts";
import { projectIn } from "./project-rows.ts";
import { reservationsOf, shiftOf, shiftReserved } from "./reservation-rows.ts";

/** What it reserves follows its status. @throws not_found, validation_failed, version_mismatch */
export async function updateProject(
  writing: Writing,
  { id, if_version, ...patch }: UpdateProject,
): Promise<Project> {
  const before = await projectIn(writing, id);
  checkVersion("project", before, if_version);
  const { values, changes, isEmpty } = changesOf(before, patch);
  if (isEmpty) return before;
  const written = { version: before.version + 1, updated_at: writing.at };
  const project = { ...before, ...values, ...written } as Project; // a patch has none of the undefined ones
  checkDates(project);
  writing.projects.put(project);
  if ("status" in changes) await followStatus(writing, before, project);
  writing.record({ type: "project.updated", subject_id: id, subject_name: project.name, changes });
  return project;
}

/** An active project holds what it needs; any other lets go of it. */
async function followStatus(writing: Writing, before: Project, after: Project): Promise<void> {
  const rows = await reservationsOf(writing, after.id);
  await writing.items.fetch(rows.map(({ item_id }) => item_id));
  for (const row of rows)
    await shiftReserved(writing, row.item_id, shiftOf({ project: before, row }, { project: after, row }));
}
