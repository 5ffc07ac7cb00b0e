import { SCOPES, type Scope } from "@stowage/contract/scopes";
import { Minus, Plus } from "lucide-react";
import { Badge } from "../../components/ui/badge.tsx";
import { scopeChanges } from "./scope-changes.ts";

interface ScopeChangeListProps {
  before: readonly Scope[];
  after: readonly Scope[];
}

/** What saving would give to a key and take from it; nothing while that is nothing. */
export function ScopeChangeList({ before, after }: ScopeChangeListProps) {
  const { added, removed } = scopeChanges(before, after);
  if (added.length + removed.length === 0) return null;
  return (
    <ul aria-label="Changes of access" className="flex max-h-24 flex-wrap gap-1.5 overflow-y-auto">
      {added.map((scope) => (
        <li key={scope} className="flex">
          <Badge tone={scope === "admin:*" ? "danger" : "accent"}>
            <Plus role="img" aria-label="Adds" />
            {SCOPES[scope].label}
          </Badge>
        </li>
      ))}
      {removed.map((scope) => (
        <li key={scope} className="flex">
          <Badge>
            <Minus role="img" aria-label="Removes" />
            <span className="line-through">{SCOPES[scope].label}</span>
          </Badge>
        </li>
      ))}
    </ul>
  );
}
