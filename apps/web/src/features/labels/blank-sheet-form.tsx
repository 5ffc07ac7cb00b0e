import { CODES_RESERVED_MAX } from "@stowage/contract/limits";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/ui/button.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { problemSentence } from "../../lib/problem.ts";
import { trpc } from "../../lib/trpc.ts";

/** Makes labels that stand on nothing yet: stuck on first, named later. */
export function BlankSheetForm({ onMade }: { onMade: (batch_id: string, codes: string[]) => void }) {
  const queries = useQueryClient();
  const [typed, setTyped] = useState("21");
  const [batch, setBatch] = useState("");
  const reserve = useMutation(trpc.codes.reserve.mutationOptions());
  const count = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  const isRight = count >= 1 && count <= CODES_RESERVED_MAX;

  async function make(): Promise<void> {
    const name = batch.trim();
    const { data } = await reserve.mutateAsync({ count, ...(name !== "" && { batch: name }) });
    const [first] = data;
    if (first?.batch_id)
      onMade(
        first.batch_id,
        data.map(({ code }) => code),
      );
    setBatch("");
    await queries.invalidateQueries({ queryKey: trpc.labels.pathKey() });
  }

  return (
    <form
      aria-label="Make blank labels"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isRight && !reserve.isPending) void make().catch(() => null); // shown below
      }}
    >
      <div className="flex flex-wrap items-start gap-3">
        <Field label="Blank labels" className="w-28" error={isRight ? null : `1 to ${CODES_RESERVED_MAX}.`}>
          <Input inputMode="numeric" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
        <Field label="Name of the batch" aside="optional" className="min-w-44 grow">
          <Input
            value={batch}
            maxLength={100}
            placeholder="Such as its date"
            onChange={(event) => setBatch(event.target.value)}
          />
        </Field>
        <Button
          type="submit"
          className="sm:mt-6.5 coarse:h-11"
          disabled={!isRight}
          isBusy={reserve.isPending}
        >
          <Plus aria-hidden />
          Make them
        </Button>
      </div>
      {reserve.error ? (
        <p role="alert" className="text-ui text-danger-ink">
          {problemSentence(reserve.error)}
        </p>
      ) : null}
    </form>
  );
}
