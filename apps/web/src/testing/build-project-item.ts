import type { Project, ProjectItem } from "@stowage/contract/projects";
import { buildItem } from "./build-item.ts";

/** An active project that is due in May. */
export function buildProject(changes: Partial<Project> = {}): Project {
  return {
    id: "proj_1",
    name: "Garden shed",
    description: "",
    status: "active",
    starts_on: null,
    due_on: "2026-05-01",
    tags: [],
    version: 1,
    created_at: "2026-01-02T03:04:05Z",
    updated_at: "2026-01-02T03:04:05Z",
    ...changes,
  };
}

/** Eight of ten M3 screws, in the garage. */
export function buildProjectItem(changes: Partial<ProjectItem> = {}): ProjectItem {
  const item = changes.item ?? buildItem();
  return {
    project_id: "proj_1",
    item_id: item.id,
    quantity: 8,
    consumed: 0,
    available: item.quantity,
    shortage: 0,
    item,
    path: [],
    place: "Garage",
    ...changes,
  };
}
