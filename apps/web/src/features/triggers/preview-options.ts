import type { PreviewTrigger, TriggerPreview } from "@stowage/contract/triggers";
import { queryOptions } from "@tanstack/react-query";
import { mutate } from "../../lib/mutate.ts";
import { trpc } from "../../lib/trpc.ts";

/** What a trigger would do, by the newest events: asked by POST for the size of the question, yet it changes nothing. */
export function previewOptions(input: PreviewTrigger | null) {
  const options = trpc.triggers.preview.mutationOptions({ gcTime: 0 });
  return queryOptions<TriggerPreview>({
    queryKey: [...trpc.triggers.preview.mutationKey(), input],
    queryFn: () => {
      if (input === null) throw new Error("nothing is asked");
      return mutate(options, input);
    },
    enabled: input !== null,
    placeholderData: (previous) => previous,
  });
}
