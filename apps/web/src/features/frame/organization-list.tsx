import { useQuery } from "@tanstack/react-query";
import { Building2, Check, Plus } from "lucide-react";
import { cx } from "../../lib/class-names.ts";
import { sessionOptions } from "../../lib/trpc.ts";
import { ROLE_WORDS } from "../members/role-words.ts";
import { useFrameOverlays } from "./frame-overlays.ts";
import { useSwitchOrganization } from "./use-switch-organization.ts";

const lineStyles = "flex min-h-12 w-full items-center gap-3 rounded-lg px-3 text-left text-sm hover:bg-hover";

/** On a phone, the organizations to go to, the present one marked. */
export function OrganizationList({ onDone }: { onDone: () => void }) {
  const { data: session } = useQuery(sessionOptions);
  const { openNewOrganization } = useFrameOverlays();
  const switchTo = useSwitchOrganization();
  const here = session?.organization;
  return (
    <ul aria-label="Organizations">
      {session?.organizations.map(({ id, name, role }) => (
        <li key={id}>
          <button
            type="button"
            aria-current={id === here?.id || undefined}
            className={cx(lineStyles, id === here?.id && "font-medium")}
            onClick={() => {
              onDone();
              if (id !== here?.id) switchTo(id);
            }}
          >
            <Building2 aria-hidden className="size-5 shrink-0 text-muted" />
            <span className="min-w-0 grow">
              <span className="block truncate">{name}</span>
              <span className="block text-xs font-normal text-muted">{ROLE_WORDS[role].label}</span>
            </span>
            {id === here?.id ? <Check aria-hidden className="size-5 shrink-0 text-accent-ink" /> : null}
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          className={lineStyles}
          onClick={() => {
            onDone();
            openNewOrganization();
          }}
        >
          <Plus aria-hidden className="size-5 shrink-0 text-muted" />
          New organization
        </button>
      </li>
    </ul>
  );
}
