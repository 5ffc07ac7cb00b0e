import type { DeliveryView } from "@stowage/contract/deliveries";
import { Link } from "@tanstack/react-router";
import { ArrowDownLeft, ArrowUpRight, CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "../../components/ui/badge.tsx";
import { CodeBlock } from "../../components/ui/code-block.tsx";
import { Disclosure } from "../../components/ui/disclosure.tsx";
import { formatAbsolute, formatMoment } from "../../lib/format.ts";
import { ChooseHosts } from "./choose-hosts.tsx";
import { readable, reasonOf } from "./delivery-words.ts";

/** What was sent, what came back, and each attempt. */
export function DeliveryDetails({ delivery }: { delivery: DeliveryView }) {
  const { error, status, type, task_id, next_attempt_at, attempt_log } = delivery;
  return (
    <>
      {error === null || status === "succeeded" ? null : <Reason delivery={delivery} />}
      {type === "create_task" && task_id !== null ? (
        <p className="text-ui text-muted">
          <Link to="/tasks" search={{ task: task_id }} className="rounded-sm text-accent-ink hover:underline">
            See the task
          </Link>
        </p>
      ) : null}
      {type === "webhook" ? (
        <>
          <Request delivery={delivery} />
          <Response delivery={delivery} />
        </>
      ) : null}
      {status === "pending" && next_attempt_at !== null ? (
        <p className="text-ui text-muted" title={formatAbsolute(next_attempt_at)}>
          Next attempt: {formatMoment(next_attempt_at)}.
        </p>
      ) : null}
      {attempt_log.length > 1 ? <Attempts attempts={attempt_log} /> : null}
    </>
  );
}

function Reason({ delivery: { error } }: { delivery: DeliveryView }) {
  if (error === null) return null;
  const { what, remedy } = reasonOf(error);
  return (
    <p className="flex items-start gap-2 rounded-md bg-danger-soft px-3 py-2 text-ui text-danger-ink">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0">
        <span className="font-medium">{what}.</span> {remedy}
        {error === "not_allowed_in_test" ? (
          <>
            {" "}
            <ChooseHosts />
          </>
        ) : null}
      </span>
    </p>
  );
}

function Request({ delivery }: { delivery: DeliveryView }) {
  const { url, request_headers, request_body } = delivery;
  const headers = Object.entries(request_headers);
  return (
    <Part icon={<ArrowUpRight aria-hidden className="size-3.5" />} title="Request">
      <p className="font-mono text-xs break-all text-ink">POST {url}</p>
      {headers.length > 0 ? (
        <Disclosure label="Headers">
          <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 pt-1 font-mono text-xs">
            {headers.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="break-all text-muted">{name}</dt>
                <dd className="break-all text-ink">{value}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      ) : null}
      {request_body === null ? null : (
        <CodeBlock
          label="Request body"
          code={readable(request_body)}
          className="bg-surface [&_pre]:max-h-72 [&_pre]:overflow-y-auto"
        />
      )}
    </Part>
  );
}

function Response({ delivery }: { delivery: DeliveryView }) {
  const { response_status, response_ms, response_excerpt } = delivery;
  if (response_status === null)
    return delivery.attempts > 0 ? (
      <Part icon={<ArrowDownLeft aria-hidden className="size-3.5" />} title="Response">
        <p className="text-ui text-muted">None came.</p>
      </Part>
    ) : null;
  return (
    <Part icon={<ArrowDownLeft aria-hidden className="size-3.5" />} title="Response">
      <p className="flex items-center gap-2 text-ui text-muted">
        <Badge tone={response_status < 300 ? "ok" : "danger"}>{response_status}</Badge>
        {response_ms === null ? null : <span className="tabular-nums">in {response_ms} ms</span>}
      </p>
      {response_excerpt === null || response_excerpt === "" ? (
        <p className="text-xs text-muted">
          {response_excerpt === null ? "No text came with it." : "Its body was empty."}
        </p>
      ) : (
        <CodeBlock
          label="Response body"
          code={readable(response_excerpt)}
          isWrapped
          className="bg-surface [&_pre]:max-h-72 [&_pre]:overflow-y-auto"
        />
      )}
    </Part>
  );
}

function Attempts({ attempts }: { attempts: DeliveryView["attempt_log"] }) {
  return (
    <Part title="Attempts">
      <ol className="flex flex-col gap-1 text-ui text-muted">
        {attempts.map(({ at, response_status, response_ms, error }) => (
          <li key={at} className="flex flex-wrap items-baseline gap-x-2 tabular-nums">
            <time dateTime={at} title={formatAbsolute(at)}>
              {formatMoment(at)}
            </time>
            <span className="text-ink">
              {error === null ? "Succeeded" : reasonOf(error).what}
              {response_status === null ? null : ` (${response_status})`}
            </span>
            {response_ms === null ? null : <span className="text-xs">{response_ms} ms</span>}
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Part({ icon, title, children }: { icon?: ReactNode; title: string; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-1.5">
      <h3 className="flex items-center gap-1.5 text-xs font-medium text-muted">
        {icon}
        {title}
      </h3>
      {children}
    </section>
  );
}
