import { Eye } from "lucide-react";
import { EmptyState } from "../../components/ui/empty-state.tsx";

/** In the place of the builder for a role that may only look. */
export function NotYoursToChange() {
  return (
    <EmptyState
      icon={Eye}
      title="Your role may look at triggers, not change them"
      text="An admin of the organization can make and change them, or raise your role."
    />
  );
}
