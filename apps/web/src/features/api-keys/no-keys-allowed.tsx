import { KeyRound } from "lucide-react";
import { EmptyState } from "../../components/ui/empty-state.tsx";

/** For a role that may only read: what it would take to have keys. */
export function NoKeysAllowed() {
  return (
    <EmptyState
      icon={KeyRound}
      title="Your role has no API keys"
      text="Viewers look, and hand no rights on. An admin of the organization can make you a member."
    />
  );
}
