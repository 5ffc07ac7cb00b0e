import type { Labelled } from "../../lib/label-of.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";

/** One line of what is to be printed: a thing, a label by its code, or the blank labels of a batch. */
export type PrintLine =
  | { kind: "thing"; thing: Labelled }
  | { kind: "code"; code: string }
  | { kind: "blank"; batch_id: string; codes: readonly string[] };

export const keyOf = (line: PrintLine): string =>
  line.kind === "thing" ? line.thing.id : line.kind === "code" ? line.code : `batch ${line.batch_id}`;

/** Each thing, code and batch once; a batch that comes again is the newer one. */
export function withLine(lines: readonly PrintLine[], added: PrintLine): PrintLine[] {
  return [...lines.filter((line) => keyOf(line) !== keyOf(added)), added];
}

export const countOf = (lines: readonly PrintLine[]): number =>
  lines.reduce((sum, line) => sum + (line.kind === "blank" ? line.codes.length : 1), 0);

const PAGE_ROWS = 200;

/** The labels of a batch that stand on nothing yet, at most as many as one print takes. */
export async function blanksOf(batch_id: string, most: number): Promise<string[]> {
  const codes: string[] = [];
  for (let cursor: string | null = ""; cursor !== null && codes.length < most; ) {
    const page: { data: { code: string }[]; next_cursor: string | null } = await queryClient.fetchQuery(
      trpc.codes.list.queryOptions(
        { batch_id, claimed: false, limit: PAGE_ROWS, ...(cursor !== "" && { cursor }) },
        { staleTime: 0 },
      ),
    );
    codes.push(...page.data.map(({ code }) => code));
    cursor = page.next_cursor;
  }
  return codes.slice(0, most);
}
