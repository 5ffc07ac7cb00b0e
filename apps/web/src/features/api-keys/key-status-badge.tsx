import type { ApiKeyStatus } from "@stowage/contract/api-keys";
import { Badge } from "../../components/ui/badge.tsx";

const STATUS: Record<ApiKeyStatus, { label: string; tone: "ok" | "warn" | "neutral" | "accent" }> = {
  active: { label: "Active", tone: "ok" },
  rotating: { label: "Rotating", tone: "accent" },
  disabled: { label: "Disabled", tone: "warn" },
  expired: { label: "Expired", tone: "neutral" },
  revoked: { label: "Revoked", tone: "neutral" },
};

export function KeyStatusBadge({ status }: { status: ApiKeyStatus }) {
  const { label, tone } = STATUS[status];
  return <Badge tone={tone}>{label}</Badge>;
}
