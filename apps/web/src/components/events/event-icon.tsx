import type { EventType } from "@stowage/contract/events";
import {
  ArrowRightLeft,
  Ban,
  Building2,
  CalendarClock,
  CircleCheck,
  Clock,
  Diff,
  FlaskConical,
  Gauge,
  KeyRound,
  type LucideIcon,
  Network,
  Pencil,
  Plus,
  RefreshCw,
  ShieldAlert,
  Trash2,
  TriangleAlert,
  Undo2,
  UserMinus,
  UserPlus,
  UserRound,
  Zap,
  ZapOff,
} from "lucide-react";
import { cx } from "../../lib/class-names.ts";

/** The kind of an event at a glance; silent, since the sentence beside it says the same. */
export function EventIcon({ type, icon: Icon = iconOf(type) }: { type: EventType; icon?: LucideIcon }) {
  return (
    <span
      aria-hidden
      className={cx(
        "inline-flex size-6 shrink-0 items-center justify-center rounded-full border border-line bg-surface text-muted",
        WARNINGS.has(type) && "border-transparent bg-warn-soft text-warn-ink",
        DANGERS.has(type) && "border-transparent bg-danger-soft text-danger-ink",
        type === "item.restocked" && "border-transparent bg-ok-soft text-ok-ink",
      )}
    >
      <Icon className="size-3.5" />
    </span>
  );
}

/** What wants a look soon. */
const WARNINGS: ReadonlySet<EventType> = new Set<EventType>([
  "item.low_stock",
  "item.expiring",
  "trigger.disabled",
  "api_key.expiring",
  "api_key.expired",
  "api_key.quota_reached",
  "api_key.used_from_new_network",
  "api_key.dead_key_used",
  "api_key.authentication_failed",
]);
/** What may mean that somebody has a secret who should not. */
const DANGERS: ReadonlySet<EventType> = new Set<EventType>([
  "api_key.rotated_secret_used",
  "api_key.exposed",
]);

function iconOf(type: EventType): LucideIcon {
  const own = BY_TYPE[type];
  if (own) return own;
  if (type.startsWith("api_key.")) return KeyRound;
  if (type.startsWith("trigger.")) return Zap;
  return BY_VERB[type.split(".")[1] ?? ""] ?? Pencil;
}

const BY_TYPE: Partial<Record<EventType, LucideIcon>> = {
  "item.expiring": CalendarClock,
  "api_key.rotated": RefreshCw,
  "api_key.renewed": RefreshCw,
  "api_key.expiring": Clock,
  "api_key.expired": Clock,
  "api_key.revoked": Ban,
  "api_key.used_from_new_network": Network,
  "api_key.authentication_failed": ShieldAlert,
  "api_key.quota_reached": Gauge,
  "api_key.rotated_secret_used": ShieldAlert,
  "api_key.dead_key_used": ShieldAlert,
  "api_key.exposed": ShieldAlert,
  "hand_over.approved": KeyRound,
  "hand_over.refused": Ban,
  "member.invited": UserPlus,
  "member.joined": UserRound,
  "member.updated": UserRound,
  "member.removed": UserMinus,
  "organization.updated": Building2,
  "organization.created": Building2,
  "sandbox.reset": FlaskConical,
  "trigger.disabled": ZapOff,
  "trigger.secret_rotated": RefreshCw,
};

const BY_VERB: Record<string, LucideIcon> = {
  created: Plus,
  updated: Pencil,
  moved: ArrowRightLeft,
  deleted: Trash2,
  quantity_changed: Diff,
  low_stock: TriangleAlert,
  restocked: CircleCheck,
  restored: Undo2,
  completed: CircleCheck,
};
