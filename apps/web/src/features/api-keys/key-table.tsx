import type { ApiKeyRow } from "@stowage/contract/api-keys";
import { HeadCell, Table, TableBody, TableHead } from "../../components/ui/table.tsx";
import { KeyRow } from "./key-row.tsx";
import { hasEnded } from "./key-status.ts";

interface KeyTableProps {
  label: string;
  keys: readonly ApiKeyRow[];
  total: number | undefined;
  isRefetching?: boolean;
  /** A key that was just made: it stands out until the reader has seen it. */
  highlightedId?: string | null;
  onRotate: (key: ApiKeyRow) => void;
  onRevoke: (key: ApiKeyRow) => void;
}

/** Keys that work, or keys that ended (with the reason in place of the expiry). */
export function KeyTable({
  label,
  keys,
  total,
  isRefetching = false,
  highlightedId = null,
  ...on
}: KeyTableProps) {
  const isEnded = keys.every(hasEnded);
  return (
    <Table label={label} isRefetching={isRefetching} rowCount={total}>
      <TableHead>
        <HeadCell className="max-lg:w-full">Key</HeadCell>
        <HeadCell className="w-full max-lg:hidden">Access</HeadCell>
        <HeadCell className="max-xl:hidden">Created</HeadCell>
        <HeadCell>Last used</HeadCell>
        <HeadCell>{isEnded ? "Ended" : "Ends"}</HeadCell>
        <HeadCell className="max-lg:hidden">Last 30 days</HeadCell>
        <HeadCell className="w-12">
          <span className="sr-only">Actions</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {keys.map((key) => (
          <KeyRow key={key.id} apiKey={key} isHighlighted={key.id === highlightedId} {...on} />
        ))}
      </TableBody>
    </Table>
  );
}
