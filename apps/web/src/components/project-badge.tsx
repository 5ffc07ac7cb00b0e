import type { ProjectStatus } from "@stowage/contract/projects";
import { Badge } from "./ui/badge.tsx";

const WORDS = { planned: "Planned", active: "Active", done: "Done", cancelled: "Cancelled" } as const;
const TONES = { planned: "neutral", active: "accent", done: "ok", cancelled: "neutral" } as const;

/** How far a project is. */
export function ProjectBadge({ status }: { status: ProjectStatus }) {
  return <Badge tone={TONES[status]}>{WORDS[status]}</Badge>;
}
