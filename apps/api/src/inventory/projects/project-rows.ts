import type { Project } from "@stowage/contract/projects";
import { notFound } from "../../problems.ts";
import type { Writing } from "../writing.ts";

/** @throws not_found  it is not there for the caller */
export async function projectIn(writing: Writing, id: string): Promise<Project> {
  const project = await writing.projects.get(id);
  if (!project) throw notFound("project", id);
  return project;
}
