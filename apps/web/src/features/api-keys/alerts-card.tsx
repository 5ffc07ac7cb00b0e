import { API_KEY_ALERTS, type ApiKey, type ApiKeyAlert } from "@stowage/contract/api-keys";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Switch } from "../../components/ui/switch.tsx";
import { showProblem } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";
import { Card } from "./card.tsx";

const KINDS = Object.keys(API_KEY_ALERTS) as ApiKeyAlert[]; // keys of a const object

interface AlertsCardProps {
  apiKey: Pick<ApiKey, "id" | "muted_alerts">;
  isReadOnly: boolean;
}

/** K52: what its people are told about, each to be muted for this key alone. */
export function AlertsCard({ apiKey, isReadOnly }: AlertsCardProps) {
  const queryClient = useQueryClient();
  const update = useMutation(
    trpc.apiKeys.update.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.apiKeys.get.pathFilter()),
      onError: (error) => showProblem("The alert was not changed.", error),
    }),
  );
  // What was pressed shows at once; the server's answer comes after.
  const muted = (update.isPending && update.variables.muted_alerts) || apiKey.muted_alerts;
  return (
    <Card title="Alerts">
      <p className="mb-3 text-xs text-muted">
        Its people are told here, and by mail where that is set up. Off means muted for this key.
      </p>
      <div className="flex flex-col gap-3">
        {KINDS.map((kind) => (
          <Switch
            key={kind}
            label={API_KEY_ALERTS[kind]}
            isOn={!muted.includes(kind)}
            isDisabled={isReadOnly}
            onToggle={(isOn) =>
              update.mutate({
                id: apiKey.id,
                muted_alerts: isOn ? muted.filter((other) => other !== kind) : [...muted, kind],
              })
            }
          />
        ))}
      </div>
    </Card>
  );
}
