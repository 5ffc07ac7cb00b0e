import type { Environment } from "@stowage/contract/environments";
import { Badge } from "../../components/ui/badge.tsx";

/** Live or test, told apart by word and by colour. */
export function EnvironmentBadge({ environment }: { environment: Environment }) {
  return (
    <Badge tone={environment === "live" ? "neutral" : "accent"}>
      {environment === "live" ? "Live" : "Test"}
    </Badge>
  );
}
