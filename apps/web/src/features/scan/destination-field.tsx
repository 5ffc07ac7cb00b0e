import { X } from "lucide-react";
import { PlacePicker } from "../../components/places/place-picker.tsx";
import { Field } from "../../components/ui/field.tsx";
import { IconButton } from "../../components/ui/icon-button.tsx";
import { labelOf } from "../../lib/label-of.ts";
import { showProblem } from "../../lib/toasts.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";
import type { ScanEntry } from "./scan-entry.ts";

interface DestinationFieldProps {
  /** Without it nothing can be moved; what is new may also go to the inbox. */
  isRequired: boolean;
  value: ScanEntry["to"];
  onValueChange: (value: ScanEntry["to"]) => void;
}

/** Where things go: the bin or place whose label was scanned first, or that is chosen. */
export function DestinationField({ isRequired, value, onValueChange }: DestinationFieldProps) {
  if (value)
    return (
      <div className="flex items-center justify-between gap-3 rounded-lg border border-line bg-accent-soft px-3 py-2 text-ui">
        <span className="min-w-0">
          <span className="block text-xs text-muted">Everything goes to</span>
          <span className="block truncate font-medium">{value.name}</span>
        </span>
        <IconButton icon={X} label={`Not to ${value.name} any more`} onClick={() => onValueChange(null)} />
      </div>
    );
  return (
    <Field
      label="Where to"
      aside={isRequired ? null : "optional"}
      hint={isRequired ? "Scan its label, or choose it." : "Without it, new items go to the inbox."}
    >
      <PlacePicker
        value={null}
        onValueChange={(id) => void choose(id).then((to) => to && onValueChange(to))}
        placeholder="Bin or place"
      />
    </Field>
  );
}

/** What was chosen, by a label of it: that is how a scan says where to. A place without one gets one. */
async function choose(id: string | null): Promise<ScanEntry["to"]> {
  if (id === null) return null;
  try {
    const isBin = id.startsWith("bin_");
    const [{ name }, code] = await Promise.all([
      isBin
        ? queryClient.fetchQuery(trpc.bins.get.queryOptions({ id }))
        : queryClient.fetchQuery(trpc.locations.get.queryOptions({ id })),
      labelOf({ type: isBin ? "bin" : "location", id }),
    ]);
    return { code, name };
  } catch (error) {
    showProblem("It was not chosen.", error);
    return null;
  }
}
