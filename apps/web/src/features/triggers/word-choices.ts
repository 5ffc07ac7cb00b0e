import { AuthMethod } from "@stowage/contract/events";
import { LocationKind } from "@stowage/contract/locations";
import { ProjectStatus } from "@stowage/contract/projects";
import { TaskPriority, TaskStatus } from "@stowage/contract/tasks";

interface WordChoice {
  value: string;
  label: string;
}

const AUTH_WORDS: Record<AuthMethod, string> = {
  session: "signed in, by hand",
  api_key: "with an API key",
  system: "by Stowage itself",
};

/** The words that a field of texts can hold, where they are few and known; null where anything can stand in it. */
export function wordChoices(field: string, families: readonly string[]): WordChoice[] | null {
  if (field === "event.auth_method")
    return AuthMethod.options.map((value) => ({ value, label: AUTH_WORDS[value] }));
  if (field === "source") return words(["user", "trigger"]);
  if (field === "priority") return words(TaskPriority.options);
  if (field === "kind") return words(LocationKind.options);
  if (field !== "status") return null;
  return words([
    ...new Set([
      ...(families.includes("task") ? TaskStatus.options : []),
      ...(families.includes("project") ? ProjectStatus.options : []),
    ]),
  ]);
}

function words(values: readonly string[]): WordChoice[] {
  return values.map((value) => ({ value, label: value.replaceAll("_", " ") }));
}
