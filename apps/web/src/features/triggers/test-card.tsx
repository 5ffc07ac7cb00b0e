import type { TriggerTest } from "@stowage/contract/deliveries";
import type { Trigger } from "@stowage/contract/triggers";
import { useMutation, useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleX, FlaskConical } from "lucide-react";
import { useState } from "react";
import { bringIntoSight } from "../../components/form/bring-into-sight.ts";
import { Button } from "../../components/ui/button.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Select } from "../../components/ui/select.tsx";
import { formatRelative } from "../../lib/format.ts";
import { problemSentence } from "../../lib/problem.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import { Card } from "../api-keys/card.tsx";
import { DeliveryDetails } from "./delivery-details.tsx";
import { outcomeWords } from "./delivery-words.ts";
import { eventWords } from "./event-choices.ts";
import { previewOptions } from "./preview-options.ts";

/** Sends what happened once as a test, and shows what went out and what came back. */
export function TestCard({ trigger }: { trigger: Trigger }) {
  const [seq, setSeq] = useState("");
  const { event_types, conditions } = trigger;
  const preview = useQuery(previewOptions({ event_types, conditions, actions: [] }));
  const test = useMutation(
    trpc.triggers.test.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.triggers.deliveries.pathKey() }),
    }),
  );
  const recent = preview.data?.recent ?? [];
  const isMadeUp = preview.data?.is_made_up === true;
  return (
    <Card title="Test">
      <div className="flex flex-wrap items-start gap-2">
        <Field
          label="Send as a test"
          className="grow basis-60"
          hint={isMadeUp ? "Nothing that it listens to has happened yet." : undefined}
        >
          <Select
            value={seq}
            onValueChange={setSeq}
            options={[
              { value: "", label: isMadeUp ? "A made-up one" : "The newest" },
              ...recent.map((event) => ({
                value: String(event.seq),
                label: `${event.subject_name}: ${eventWords(event.type)}, ${formatRelative(event.created_at)}${event.matches ? "" : " (conditions do not hold)"}`,
              })),
            ]}
          />
        </Field>
        <Button
          className="mt-6.5 max-sm:mt-0 max-sm:grow coarse:h-11"
          isBusy={test.isPending}
          onClick={() => test.mutate({ id: trigger.id, ...(seq !== "" && { event_seq: Number(seq) }) })}
        >
          <FlaskConical aria-hidden />
          Test
        </Button>
      </div>
      {test.error ? (
        <p role="alert" className="mt-3 rounded-md bg-danger-soft px-3 py-2 text-ui text-danger-ink">
          {problemSentence(test.error)}
        </p>
      ) : null}
      {test.data ? <Tested key={test.submittedAt} test={test.data} /> : null}
    </Card>
  );
}

function Tested({ test: { matches, deliveries, tasks } }: { test: TriggerTest }) {
  return (
    <section ref={bringIntoSight} aria-label="What the test did" className="mt-4 flex flex-col gap-4">
      {matches ? null : (
        <p className="rounded-md bg-warn-soft px-3 py-2 text-ui text-warn-ink">
          The conditions do not hold for this one: it would not have fired. The test went out all the same.
        </p>
      )}
      {deliveries.map((delivery) => {
        const isDone = delivery.status === "succeeded";
        const Icon = isDone ? CircleCheck : CircleX;
        return (
          <div key={delivery.id} className="flex flex-col gap-3 rounded-lg border border-line bg-sunken p-3">
            <p role="status" className="flex items-center gap-2 text-ui font-medium text-ink">
              <Icon aria-hidden className={isDone ? "size-4 text-ok-ink" : "size-4 text-danger-ink"} />
              {isDone ? `It worked: ${outcomeWords(delivery)}` : "It did not work"}
            </p>
            <DeliveryDetails delivery={delivery} />
          </div>
        );
      })}
      {tasks.map(({ title, description }, index) => (
        <div key={index} className="rounded-lg border border-line bg-sunken p-3">
          <p className="text-xs text-muted">The task would be (a test makes none):</p>
          <p className="text-ui font-medium break-words text-ink">{title}</p>
          {description === "" ? null : (
            <p className="mt-0.5 text-xs break-words whitespace-pre-line text-muted">{description}</p>
          )}
        </div>
      ))}
    </section>
  );
}
