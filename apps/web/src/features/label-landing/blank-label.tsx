import type { CodeTarget } from "@stowage/contract/label-codes";
import { Tag } from "lucide-react";
import { useState } from "react";
import { SubjectPicker } from "../../components/tasks/subject-picker.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { Field } from "../../components/ui/field.tsx";
import { useMay } from "../../lib/use-may.ts";
import { ClaimPanel } from "./claim-panel.tsx";
import { NewThing } from "./new-thing.tsx";
import { useClaim } from "./use-claim.ts";

interface BlankLabelProps {
  code: string;
  onClaimed?: () => void;
}

/** A label that stands on nothing: it goes onto a new bin or item, or onto what is there. */
export function BlankLabel(label: BlankLabelProps) {
  const mayClaim = useMay("bins:write");
  if (!mayClaim)
    return <EmptyState icon={Tag} title="This label is free" text="Ask a member to put it on something." />;
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <NewThing {...label} />
      <ExistingThing {...label} />
    </div>
  );
}

function ExistingThing({ code, onClaimed }: BlankLabelProps) {
  const { claim, isBusy } = useClaim(code, onClaimed);
  const [thing, setThing] = useState<{ type: CodeTarget; id: string } | null>(null);
  return (
    <ClaimPanel
      title="Something that is there"
      isReady={thing !== null}
      submit="Put the label on it"
      isBusy={isBusy}
      onSubmit={() => thing && void claim(async () => thing)}
    >
      <Field label="Bin, item or place" hint="Older labels of it keep working.">
        <SubjectPicker value={thing} onValueChange={setThing} placeholder="Search by name or code" />
      </Field>
    </ClaimPanel>
  );
}
