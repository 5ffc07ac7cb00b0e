import { CreateProject } from "@stowage/contract/projects";
import { newId } from "@stowage/db/new-id";
import { createProject } from "../inventory/projects/create-project.ts";
import { projectIn } from "../inventory/projects/project-rows.ts";
import { reservationsOf, shiftOf, shiftReserved } from "../inventory/projects/reservation-rows.ts";
import { updateProject } from "../inventory/projects/update-project.ts";
import type { Applying, Outcome } from "./applying.ts";
import { completedBy } from "./complete-row.ts";
import type { RowValues } from "./row-shapes.ts";

const completed = completedBy(CreateProject);

export async function applyProject(
  { writing, ids }: Applying,
  { id, ...values }: RowValues<"project">,
): Promise<Outcome> {
  const before = id === undefined ? null : await writing.projects.get(ids.of(id));
  if (!before) {
    createProject(writing, completed(values), { id: ids.take("project", id) });
    return "created";
  }
  const project = await updateProject(writing, { ...values, id: before.id });
  return project === before ? "unchanged" : "updated";
}

/** What a project needs of an item and has used of it, as the row says, of one that is over as well. */
export async function applyReservation(
  { writing, ids }: Applying,
  { quantity, consumed, ...named }: RowValues<"reservation">,
): Promise<Outcome> {
  const project = await projectIn(writing, ids.of(named.project_id));
  const item = await writing.item(ids.of(named.item_id));
  const known = await reservationsOf(writing, project.id);
  const before = known.find(({ item_id }) => item_id === item.id) ?? null;
  if (before?.quantity === quantity && before.consumed === consumed) return "unchanged";
  const { at } = writing;
  const row = {
    ...(before ?? { id: newId("reservation"), project_id: project.id, item_id: item.id, created_at: at }),
    quantity,
    consumed,
    version: (before?.version ?? 0) + 1,
    updated_at: at,
  };
  writing.reservations.put(row);
  await shiftReserved(writing, item.id, shiftOf({ project, row: before }, { project, row }));
  writing.record({
    type: "project.reserved",
    subject_id: project.id,
    subject_name: project.name,
    changes: { quantity: { old: before?.quantity ?? null, new: quantity } },
    data: { item_id: item.id, item_name: item.name, quantity, consumed },
  });
  return before ? "updated" : "created";
}
