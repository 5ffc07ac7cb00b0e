import type { Plan } from "@stowage/contract/limits";
import { Checkbox } from "../../components/ui/checkbox.tsx";

interface AutoRenewBoxProps {
  /** Undefined while it is not known; the server decides anyway. */
  plan: Plan | undefined;
  isChecked: boolean;
  onCheckedChange: (isChecked: boolean) => void;
}

/** K35: nothing on the free plan, which does not include it. */
export function AutoRenewBox({ plan, isChecked, onCheckedChange }: AutoRenewBoxProps) {
  if (plan === "free") return null;
  return (
    <Checkbox
      label="Renew it by itself"
      hint="Before it ends, for the same time again and with the same secret. Not once it lies unused for 90 days."
      isChecked={isChecked}
      onCheckedChange={onCheckedChange}
    />
  );
}
