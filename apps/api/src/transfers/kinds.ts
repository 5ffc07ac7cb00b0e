/** What a file holds rows of, in the order in which they need each other. */
export const KINDS = ["location", "bin", "item", "project", "reservation", "task", "code"] as const;
export type Kind = (typeof KINDS)[number];

/** The last line of an export: how many lines come before it. */
export const END = "end";

export const isKind = (word: unknown): word is Kind => KINDS.some((kind) => kind === word);

/** Members that an export writes and the server alone decides; an import passes over them. */
export const DECIDED_BY_SERVER: Record<Kind, readonly string[]> = {
  location: ["path", "depth", "version", "created_at", "updated_at"],
  bin: ["version", "created_at", "updated_at", "deleted_at"],
  item: ["reserved", "available", "is_low", "bin_name", "version", "created_at", "updated_at", "deleted_at"],
  project: ["version", "created_at", "updated_at"],
  reservation: ["id", "version", "created_at", "updated_at"],
  task: [
    "source",
    "trigger_id",
    "close_when_resolved",
    "missing",
    "completed_at",
    "version",
    "created_at",
    "updated_at",
  ],
  code: ["created_at"],
};
