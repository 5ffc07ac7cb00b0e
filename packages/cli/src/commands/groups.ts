import type { Command } from "commander";
import { type ContextOf, operationGroup } from "./operation-group.ts";

export const binsCommand = (contextOf: ContextOf): Command => operationGroup("bins", contextOf);
export const locationsCommand = (contextOf: ContextOf): Command => operationGroup("locations", contextOf);
export const tasksCommand = (contextOf: ContextOf): Command => operationGroup("tasks", contextOf);
export const projectsCommand = (contextOf: ContextOf): Command => operationGroup("projects", contextOf);
