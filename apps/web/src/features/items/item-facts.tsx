import type { Item } from "@stowage/contract/items";
import type { ReactNode } from "react";
import { customFacts } from "../../components/things/custom-facts.ts";
import { Badge } from "../../components/ui/badge.tsx";
import { FactList } from "../../components/ui/fact-list.tsx";
import { Time } from "../../components/ui/time.tsx";
import { formatQuantity } from "../../lib/format.ts";
import { ExpiryMark } from "./expiry-mark.tsx";

/** What is known of an item; what was left empty is not listed. */
export function ItemFacts({ item }: { item: Item }) {
  return (
    <FactList
      label="Facts"
      facts={[
        ["Minimum", item.min_quantity === null ? null : formatQuantity(item.min_quantity, item.unit)],
        ["Expires", item.expires_on === null ? null : <ExpiryMark key="expires" day={item.expires_on} />],
        ["Tags", item.tags.length === 0 ? null : <Words key="tags" words={item.tags} />],
        ["SKU", mono(item.sku)],
        ["Barcodes", item.barcodes.length === 0 ? null : mono(item.barcodes.join("\n"))],
        ["Manufacturer", item.manufacturer],
        ["Model", item.model],
        ["Serial number", mono(item.serial_number)],
        ["Notes", item.notes === "" ? null : <span className="whitespace-pre-line">{item.notes}</span>],
        ...customFacts(item.custom_fields),
        ["Added", <Time key="added" at={item.created_at} />],
        ["Updated", <Time key="updated" at={item.updated_at} />],
        ["External id", mono(item.external_id)],
        ["Id", mono(item.id)],
      ]}
    />
  );
}

function mono(text: string | null): ReactNode {
  return text === null ? null : (
    <code className="font-mono text-xs break-all whitespace-pre-line">{text}</code>
  );
}

function Words({ words }: { words: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-1">
      {words.map((word) => (
        <Badge key={word}>{word}</Badge>
      ))}
    </span>
  );
}
