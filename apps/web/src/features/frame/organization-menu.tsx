import { useQuery } from "@tanstack/react-query";
import { Check, ChevronsUpDown, Plus } from "lucide-react";
import { Menu, MenuItem, MenuSeparator } from "../../components/ui/menu.tsx";
import { sessionOptions } from "../../lib/trpc.ts";
import { ROLE_WORDS } from "../members/role-words.ts";
import { useFrameOverlays } from "./frame-overlays.ts";
import { OrganizationName } from "./organization-name.tsx";
import { useSwitchOrganization } from "./use-switch-organization.ts";

/** Which organization this is, and the way to the others. */
export function OrganizationMenu() {
  const { data: session } = useQuery(sessionOptions);
  const { openNewOrganization } = useFrameOverlays();
  const switchTo = useSwitchOrganization();
  const here = session?.organization;
  return (
    <Menu
      align="start"
      className="w-72"
      trigger={
        <button
          type="button"
          className="flex min-w-0 grow items-center gap-2.5 rounded-md p-1.5 text-left transition-colors hover:bg-hover data-popup-open:bg-hover"
        >
          <span className="sr-only">Organization: </span>
          <OrganizationName />
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-faint" />
        </button>
      }
    >
      {session?.organizations.map(({ id, name, role }) => (
        <MenuItem
          key={id}
          onSelect={() => {
            if (id !== here?.id) switchTo(id);
          }}
        >
          <span className="flex items-center gap-2">
            <span className="min-w-0 grow truncate">{name}</span>
            {id === here?.id ? (
              <Check role="img" aria-label="you are here" className="size-4 shrink-0 text-accent-ink" />
            ) : (
              <span className="shrink-0 text-xs text-muted">{ROLE_WORDS[role].label}</span>
            )}
          </span>
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem icon={Plus} onSelect={openNewOrganization}>
        New organization
      </MenuItem>
    </Menu>
  );
}
