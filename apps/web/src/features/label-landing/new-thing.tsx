import { useRef, useState } from "react";
import { PlacePicker } from "../../components/places/place-picker.tsx";
import { Field } from "../../components/ui/field.tsx";
import { Input } from "../../components/ui/input.tsx";
import { Segmented } from "../../components/ui/segmented.tsx";
import { mutate } from "../../lib/mutate.ts";
import { trpc } from "../../lib/trpc.ts";
import { useMay } from "../../lib/use-may.ts";
import { ClaimPanel } from "./claim-panel.tsx";
import { useClaim } from "./use-claim.ts";

type Kind = "bin" | "item";

const KINDS: readonly { value: Kind; label: string }[] = [
  { value: "bin", label: "Bin" },
  { value: "item", label: "Item" },
];
const IN_LOCATIONS = ["location"] as const;

/** Makes a bin or an item that the label is for. */
export function NewThing({ code, onClaimed }: { code: string; onClaimed?: () => void }) {
  const { claim, isBusy } = useClaim(code, onClaimed);
  const mayAddItems = useMay("items:write");
  const [kind, setKind] = useState<Kind>("bin");
  const [name, setName] = useState("");
  const [placeId, setPlaceId] = useState<string | null>(null);
  /** Made before, though the label did not get onto it: the next try makes no second one. */
  const made = useRef<{ type: Kind; id: string; asked: string } | null>(null);

  async function make(): Promise<{ type: Kind; id: string }> {
    const asked = JSON.stringify([kind, name.trim(), placeId]);
    if (made.current?.asked === asked) return made.current;
    const { id } = await (kind === "bin" ? newBin(name.trim(), placeId) : newItem(name.trim(), placeId));
    made.current = { type: kind, id, asked };
    return made.current;
  }

  return (
    <ClaimPanel
      title="Something new"
      isReady={name.trim() !== ""}
      submit={`Add ${kind} with this label`}
      isBusy={isBusy}
      onSubmit={() => void claim(make)}
    >
      {mayAddItems ? (
        <Segmented
          label="What it is"
          value={kind}
          onValueChange={(next) => {
            setKind(next);
            setPlaceId(null);
          }}
          options={KINDS}
        />
      ) : null}
      <Field label="Name">
        <Input
          value={name}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label={kind === "bin" ? "Where it stands" : "Where it lies"} aside="optional">
        <PlacePicker
          key={kind}
          {...(kind === "bin" && { kinds: IN_LOCATIONS })}
          value={placeId}
          onValueChange={setPlaceId}
          placeholder={kind === "bin" ? "Nowhere in particular" : "Inbox: put away later"}
        />
      </Field>
    </ClaimPanel>
  );
}

const newBin = (name: string, location_id: string | null) =>
  mutate(trpc.bins.create.mutationOptions(), { name, location_id });

const newItem = (name: string, placeId: string | null) =>
  mutate(trpc.items.create.mutationOptions(), {
    name,
    ...(placeId && (placeId.startsWith("bin_") ? { bin_id: placeId } : { location_id: placeId })),
  });
