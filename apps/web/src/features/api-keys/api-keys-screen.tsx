import type { ApiKey } from "@stowage/contract/api-keys";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { PageHeader } from "../../components/ui/page-header.tsx";
import { meOptions } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { ActiveKeys } from "./active-keys.tsx";
import type { ApiKeysSearch } from "./api-keys-search.ts";
import { CreateKeyDialog } from "./create-key-dialog.tsx";
import { EndedKeys } from "./ended-keys.tsx";
import { NoKeysAllowed } from "./no-keys-allowed.tsx";
import { RevokeKeyDialog } from "./revoke-key-dialog.tsx";

interface ApiKeysScreenProps {
  search: ApiKeysSearch;
  onSearchChange: (search: ApiKeysSearch) => void;
}

export function ApiKeysScreen({ search, onSearchChange }: ApiKeysScreenProps) {
  const me = useQuery(meOptions);
  const [newKeyId, setNewKeyId] = useState<string | null>(null);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const isAllowed = useMay("api-keys:manage");
  const openCreate = () => onSearchChange({ ...search, new: true });

  return (
    <>
      <PageHeader
        title="API keys"
        purpose="Let scripts and devices in, each with its own key and no more rights than it needs."
        action={
          isAllowed ? (
            <Button variant="primary" onClick={openCreate}>
              <Plus aria-hidden />
              Create key
            </Button>
          ) : null
        }
      />
      {isAllowed ? (
        <>
          <ActiveKeys
            search={search}
            onSearchChange={onSearchChange}
            highlightedId={newKeyId}
            onCreate={openCreate}
            onRevoke={setRevoking}
          />
          <EndedKeys search={search} onRevoke={setRevoking} />
        </>
      ) : (
        <NoKeysAllowed />
      )}
      {me.data ? (
        <CreateKeyDialog
          isOpen={search.new === true && isAllowed}
          me={me.data}
          onClose={(createdId) => {
            setNewKeyId(createdId);
            onSearchChange({ ...search, new: undefined });
          }}
        />
      ) : null}
      <RevokeKeyDialog apiKey={revoking} onClose={() => setRevoking(null)} />
    </>
  );
}
