import type { ApiKeyWithUsage } from "@stowage/contract/api-keys";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { meOptions } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { accessSentence } from "./access-words.ts";
import type { ApiKeySearch } from "./api-key-search.ts";
import { CoachCard } from "./coach-card.tsx";
import { EditKeyDialog } from "./edit-key-dialog.tsx";
import { KeyActions } from "./key-actions.tsx";
import { KeyNotices } from "./key-notices.tsx";
import { actsForAnother } from "./people-words.ts";
import { RevokeKeyDialog } from "./revoke-key-dialog.tsx";
import { RotateKeyDialog } from "./rotate-key-dialog.tsx";
import { RotationCard } from "./rotation-card.tsx";
import { askedScopes } from "./scope-changes.ts";
import { useKeySwitch } from "./use-key-switch.ts";
import { usePlaceNames } from "./use-place-names.ts";

interface KeyHeaderProps {
  /** A key that has not ended. */
  apiKey: ApiKeyWithUsage;
  back: ReactNode;
  search: ApiKeySearch;
  onSearchChange: (search: ApiKeySearch) => void;
}

/** What a key can do in one sentence, what is going on with it, and the actions with their dialogs. */
export function KeyHeader({ apiKey, back, search, onSearchChange }: KeyHeaderProps) {
  const { data: me } = useQuery(meOptions);
  const isReadOnly = !useMay("api-keys:manage");
  const [dialog, setDialog] = useState<"edit" | "rotate" | "revoke" | null>(null);
  const { isSwitching, setActive } = useKeySwitch(apiKey);
  const places = usePlaceNames(apiKey.location_ids);
  const asked = askedScopes(search.add);
  const close = () => setDialog(null);
  return (
    <>
      <PageHeader
        title={apiKey.name}
        back={back}
        purpose={accessSentence({
          scopes: apiKey.scopes,
          environment: apiKey.environment,
          expiresAt: apiKey.expires_at,
          isRenewed: apiKey.auto_renew,
          actsAs: actsForAnother(apiKey) ? apiKey.acts_as_name : null,
          places,
          networks: apiKey.allowed_cidrs,
          rateLimit: apiKey.rate_limit,
        })}
        isActionWide
        action={
          <KeyActions
            apiKey={apiKey}
            isReadOnly={isReadOnly}
            isSwitching={isSwitching}
            onEdit={() => setDialog("edit")}
            onRotate={() => setDialog("rotate")}
            onActiveChange={setActive}
            onRevoke={() => setDialog("revoke")}
          />
        }
      />
      <KeyNotices apiKey={apiKey} readerId={me?.user.id} isReadOnly={isReadOnly} />
      {apiKey.rotation ? (
        <RotationCard apiKey={apiKey} rotation={apiKey.rotation} isReadOnly={isReadOnly} />
      ) : null}
      {isReadOnly ? null : (
        <CoachCard
          apiKey={apiKey}
          isSwitching={isSwitching}
          onDisable={() => setActive(false)}
          onRotate={() => setDialog("rotate")}
          onRevoke={() => setDialog("revoke")}
        />
      )}
      {me && !isReadOnly ? (
        <EditKeyDialog
          isOpen={dialog === "edit" || asked.length > 0}
          apiKey={apiKey}
          mine={me.scopes}
          asked={asked}
          onClose={() => {
            close();
            if (search.add !== undefined) onSearchChange({ ...search, add: undefined });
          }}
        />
      ) : null}
      <RotateKeyDialog apiKey={dialog === "rotate" ? apiKey : null} onClose={close} />
      <RevokeKeyDialog apiKey={dialog === "revoke" ? apiKey : null} onClose={close} />
    </>
  );
}
