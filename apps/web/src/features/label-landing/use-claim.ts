import type { CodeTarget } from "@stowage/contract/label-codes";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { mutate } from "../../lib/mutate.ts";
import { showProblem, showToast } from "../../lib/toasts.ts";
import { trpc } from "../../lib/trpc.ts";

interface Claiming {
  /** @param find  chooses or makes what the label goes onto */
  claim: (find: () => Promise<{ type: CodeTarget; id: string }>) => Promise<void>;
  isBusy: boolean;
}

/** Puts a blank label on something. */
export function useClaim(code: string, onClaimed?: () => void): Claiming {
  const queries = useQueryClient();
  const [isBusy, setIsBusy] = useState(false);
  async function claim(find: Parameters<Claiming["claim"]>[0]): Promise<void> {
    setIsBusy(true);
    try {
      const { type, id } = await find();
      const label = await mutate(trpc.codes.claim.mutationOptions(), {
        code,
        target_type: type,
        target_id: id,
      });
      showToast({ title: `The label ${code} is on ${label.target?.name ?? "it"}.` });
      onClaimed?.();
      await queries.invalidateQueries();
    } catch (error) {
      setIsBusy(false);
      showProblem("The label was not put on it.", error);
    }
  }
  return { claim, isBusy };
}
