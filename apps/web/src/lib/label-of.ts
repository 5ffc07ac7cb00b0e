import type { CodeTarget, LabelCode } from "@stowage/contract/label-codes";
import { mutate } from "./mutate.ts";
import { queryClient, trpc } from "./trpc.ts";

/** Something that a label can stand on. */
export interface Labelled {
  type: CodeTarget;
  id: string;
}

/** The code of a thing's newest label; without one it gets a label of its own. */
export async function labelOf({ type, id }: Labelled): Promise<string> {
  if (type === "bin") return (await queryClient.fetchQuery(trpc.bins.get.queryOptions({ id }))).code;
  const { data } = await queryClient.fetchQuery(
    trpc.codes.list.queryOptions({ target_id: id, limit: 1 }, { staleTime: 0 }),
  );
  const [label] = data;
  return label ? label.code : (await makeLabel({ type, id })).code;
}

/** A new label for a thing that has none yet. */
export async function makeLabel({ type, id }: Labelled): Promise<LabelCode> {
  const reserved = await mutate(trpc.codes.reserve.mutationOptions(), { count: 1, batch: "Made one by one" });
  const [blank] = reserved.data;
  if (!blank) throw new Error("a reserved label is there");
  const label = await mutate(trpc.codes.claim.mutationOptions(), {
    code: blank.code,
    target_type: type,
    target_id: id,
  });
  await queryClient.invalidateQueries({ queryKey: trpc.codes.pathKey() });
  return label;
}
