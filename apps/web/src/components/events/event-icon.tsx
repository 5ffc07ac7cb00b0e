import type { EventType } from "@stowage/contract/events";
import {
  ArrowRightLeft,
  CircleCheck,
  Diff,
  KeyRound,
  type LucideIcon,
  Pencil,
  Plus,
  Trash2,
  TriangleAlert,
  UserRound,
} from "lucide-react";
import { cx } from "../../lib/class-names.ts";

/** The kind of an event at a glance; silent, since the sentence beside it says the same. */
export function EventIcon({ type }: { type: EventType }) {
  const Icon = iconOf(type);
  return (
    <span
      aria-hidden
      className={cx(
        "inline-flex size-6 shrink-0 items-center justify-center rounded-full border border-line bg-surface text-muted",
        type === "item.low_stock" && "border-transparent bg-warn-soft text-warn-ink",
        type === "item.restocked" && "border-transparent bg-ok-soft text-ok-ink",
      )}
    >
      <Icon className="size-3.5" />
    </span>
  );
}

function iconOf(type: EventType): LucideIcon {
  if (type.startsWith("api_key.")) return KeyRound;
  const what = type.split(".")[1] ?? "";
  return BY_VERB[what] ?? Pencil;
}

const BY_VERB: Record<string, LucideIcon> = {
  created: Plus,
  updated: Pencil,
  moved: ArrowRightLeft,
  deleted: Trash2,
  quantity_changed: Diff,
  low_stock: TriangleAlert,
  restocked: CircleCheck,
  joined: UserRound,
};
