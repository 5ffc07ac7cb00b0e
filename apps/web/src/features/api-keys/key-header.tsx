import type { ApiKey } from "@stowage/contract/api-keys";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { meOptions } from "../../lib/trpc.ts";
import { accessSentence } from "./access-words.ts";
import type { ApiKeySearch } from "./api-key-search.ts";
import { EditKeyDialog } from "./edit-key-dialog.tsx";
import { KeyActions } from "./key-actions.tsx";
import { RevokeKeyDialog } from "./revoke-key-dialog.tsx";
import { askedScopes } from "./scope-changes.ts";
import { useKeySwitch } from "./use-key-switch.ts";

interface KeyHeaderProps {
  /** A key that has not ended. */
  apiKey: ApiKey;
  back: ReactNode;
  search: ApiKeySearch;
  onSearchChange: (search: ApiKeySearch) => void;
}

/** What a key can do in one sentence, whether it is disabled, and the actions with their dialogs. */
export function KeyHeader({ apiKey, back, search, onSearchChange }: KeyHeaderProps) {
  const { data: me } = useQuery(meOptions);
  const [isEditing, setIsEditing] = useState(false);
  const [isRevoking, setIsRevoking] = useState(false);
  const { isSwitching, error, setActive } = useKeySwitch(apiKey);
  const asked = askedScopes(search.add);
  return (
    <>
      <PageHeader
        title={apiKey.name}
        back={back}
        purpose={accessSentence({
          scopes: apiKey.scopes,
          environment: apiKey.environment,
          expiresAt: apiKey.expires_at,
        })}
        isActionWide
        action={
          <KeyActions
            apiKey={apiKey}
            isSwitching={isSwitching}
            onEdit={() => setIsEditing(true)}
            onActiveChange={setActive}
            onRevoke={() => setIsRevoking(true)}
          />
        }
      />
      {error ? (
        <p role="alert" className="mb-5 rounded-md bg-danger-soft px-3 py-2 text-ui text-danger-ink">
          {error}
        </p>
      ) : null}
      {apiKey.status === "disabled" ? (
        <p className="mb-5 rounded-md bg-warn-soft px-3 py-2 text-ui text-warn-ink">
          <span className="font-medium">Disabled.</span> Every request with this key is refused until you
          enable it; its secret stays the same.
        </p>
      ) : null}
      {me ? (
        <EditKeyDialog
          isOpen={isEditing || asked.length > 0}
          apiKey={apiKey}
          mine={me.scopes}
          asked={asked}
          onClose={() => {
            setIsEditing(false);
            if (search.add !== undefined) onSearchChange({});
          }}
        />
      ) : null}
      <RevokeKeyDialog apiKey={isRevoking ? apiKey : null} onClose={() => setIsRevoking(false)} />
    </>
  );
}
