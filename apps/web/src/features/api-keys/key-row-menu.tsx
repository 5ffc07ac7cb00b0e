import type { ApiKeyRow } from "@stowage/contract/api-keys";
import { Link } from "@tanstack/react-router";
import { Ban, Ellipsis, Eye, Pause, Play, RefreshCw } from "lucide-react";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../components/ui/menu.tsx";
import { useMay } from "../../lib/use-may.ts";
import { hasEnded } from "./key-status.ts";
import { useKeySwitch } from "./use-key-switch.ts";

interface KeyRowMenuProps {
  apiKey: ApiKeyRow;
  onRotate: (key: ApiKeyRow) => void;
  onRevoke: (key: ApiKeyRow) => void;
}

/** What the reader can do with the key of a row; what has ended can only be looked at. */
export function KeyRowMenu({ apiKey, onRotate, onRevoke }: KeyRowMenuProps) {
  const { setActive } = useKeySwitch(apiKey);
  const mayChange = useMay("api-keys:manage");
  const isDisabled = apiKey.status === "disabled";
  return (
    <Menu
      trigger={
        <IconButton icon={Ellipsis} label={`Actions for ${apiKey.name}`} className="max-sm:relative" />
      }
    >
      <MenuItem icon={Eye} link={<Link to="/settings/api-keys/$keyId" params={{ keyId: apiKey.id }} />}>
        Open
      </MenuItem>
      {hasEnded(apiKey) ? null : (
        <>
          {mayChange ? (
            <>
              <MenuItem
                icon={RefreshCw}
                isDisabled={apiKey.status === "rotating"}
                onSelect={() => onRotate(apiKey)}
              >
                Rotate…
              </MenuItem>
              <MenuItem icon={isDisabled ? Play : Pause} onSelect={() => setActive(isDisabled)}>
                {isDisabled ? "Enable" : "Disable"}
              </MenuItem>
            </>
          ) : null}
          <MenuSeparator />
          <MenuItem icon={Ban} tone="danger" onSelect={() => onRevoke(apiKey)}>
            Revoke…
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
