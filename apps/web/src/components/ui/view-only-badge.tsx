import { Eye } from "lucide-react";
import { Badge } from "./badge.tsx";

/** In the place of the buttons that change things, for a role that may only look. */
export function ViewOnlyBadge() {
  return (
    <Badge>
      <Eye aria-hidden />
      <span title="Your role may look, not change. An admin of the organization can raise it.">
        View only
      </span>
    </Badge>
  );
}
