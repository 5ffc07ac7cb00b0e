import type { ApiKeyRow } from "@stowage/contract/api-keys";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { meOptions, trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { ActiveKeys } from "./active-keys.tsx";
import { type ApiKeysSearch, shownStatuses } from "./api-keys-search.ts";
import { CreateKeyDialog } from "./create-key-dialog.tsx";
import { EndedKeys } from "./ended-keys.tsx";
import { KeyFilters } from "./key-filters.tsx";
import { NoKeysAllowed } from "./no-keys-allowed.tsx";
import { RevokeKeyDialog } from "./revoke-key-dialog.tsx";
import { RotateKeyDialog } from "./rotate-key-dialog.tsx";
import { useOrganization } from "./use-organization.ts";

interface ApiKeysScreenProps {
  search: ApiKeysSearch;
  onSearchChange: (search: ApiKeysSearch) => void;
}

/** The keys that the reader may see. Whom a key acts as sees it here and may end it, whatever their role (K24). */
export function ApiKeysScreen({ search, onSearchChange }: ApiKeysScreenProps) {
  const me = useQuery(meOptions);
  const [newKeyId, setNewKeyId] = useState<string | null>(null);
  const [rotating, setRotating] = useState<ApiKeyRow | null>(null);
  const [revoking, setRevoking] = useState<ApiKeyRow | null>(null);
  const shown = shownStatuses(search);
  const organization = useOrganization();
  const isAllowed = useMay("api-keys:manage");
  const isAdmin = me.data?.role === "owner" || me.data?.role === "admin";
  const mayCreate = isAllowed && (isAdmin || organization?.settings.api_key_makers !== "admins");
  const visible = useQuery(
    trpc.apiKeys.list.queryOptions({ status: "all", limit: 1 }, { enabled: !isAllowed }),
  );
  const hasNone = !isAllowed && visible.data?.data.length === 0;
  const filters = <KeyFilters search={search} onSearchChange={onSearchChange} />;
  const openCreate = () => onSearchChange({ ...search, new: true });

  return (
    <>
      <PageHeader
        title="API keys"
        purpose={
          <>
            {purposeFor({ mayCreate: mayCreate || hasNone, isAllowed })}{" "}
            <a href="/docs" className="rounded-sm text-ink underline underline-offset-2">
              What a key can call
            </a>
          </>
        }
        action={
          mayCreate ? (
            <Button variant="primary" onClick={openCreate}>
              <Plus aria-hidden />
              Create key
            </Button>
          ) : null
        }
      />
      {hasNone ? (
        <NoKeysAllowed />
      ) : (
        <>
          {shown.current ? (
            <ActiveKeys
              filters={filters}
              search={search}
              status={shown.current}
              onSearchChange={onSearchChange}
              highlightedId={newKeyId}
              onCreate={mayCreate ? openCreate : null}
              onRotate={setRotating}
              onRevoke={setRevoking}
            />
          ) : (
            filters
          )}
          {shown.ended ? (
            <EndedKeys
              search={search}
              isAlone={shown.current === null}
              onRotate={setRotating}
              onRevoke={setRevoking}
            />
          ) : null}
        </>
      )}
      {me.data ? (
        <CreateKeyDialog
          isOpen={search.new === true && mayCreate}
          me={me.data}
          onClose={(createdId) => {
            setNewKeyId(createdId);
            onSearchChange({ ...search, new: undefined });
          }}
        />
      ) : null}
      <RotateKeyDialog apiKey={rotating} onClose={() => setRotating(null)} />
      <RevokeKeyDialog apiKey={revoking} onClose={() => setRevoking(null)} />
    </>
  );
}

function purposeFor({ mayCreate, isAllowed }: { mayCreate: boolean; isAllowed: boolean }): string {
  if (mayCreate) return "Let scripts and devices in, each with its own key and no more rights than it needs.";
  return isAllowed
    ? "Your organization lets only its admins make keys. These are yours, to watch and to end."
    : "These keys act as you, or were made by you. Your role may see and revoke them, not change them.";
}
