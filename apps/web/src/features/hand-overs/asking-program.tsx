import type { HandOver } from "@stowage/contract/hand-overs";
import { ShieldAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Time } from "../../components/ui/time.tsx";
import { accessSummary } from "../api-keys/access-words.ts";

/** Who asks, as far as anybody can tell, and what to make sure of before going on. */
export function AskingProgram({ handOver }: { handOver: HandOver }) {
  const { client_name, ip, is_same_network, user_agent, created_at, expires_at, scopes, environment } =
    handOver;
  const facts: [string, ReactNode][] = [
    ["Calls itself", client_name],
    [
      "Asks from",
      <>
        {ip}
        <span className="text-muted">
          {is_same_network ? ", your own network" : ", not the network you are in"}
        </span>
      </>,
    ],
    ["Made with", user_agent],
    ["Would like", scopes && `${accessSummary(scopes)}${environment ? `, in ${environment} data` : ""}`],
    ["Asked", <Time key="asked" at={created_at} />],
    ["Its code ends", <Time key="ends" at={expires_at} />],
  ];
  return (
    <div className="flex flex-col gap-4">
      <section
        aria-label="Who asks"
        className="rounded-lg border border-line bg-surface px-4 py-3 shadow-raised"
      >
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-ui">
          {facts
            .filter(([, value]) => value !== null)
            .map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-muted">{name}</dt>
                <dd className="break-words text-ink tabular-nums">{value}</dd>
              </div>
            ))}
        </dl>
      </section>
      <div className="flex gap-3 rounded-lg border border-warn-ink/30 bg-warn-soft px-4 py-3 text-ui text-ink">
        <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn-ink" />
        <p>
          <strong className="font-medium">Only go on if you started this yourself, just now.</strong> Anybody
          can write that name. If somebody sent you the code or a link with it, they would have the key:
          refuse.
        </p>
      </div>
    </div>
  );
}
