import type { WhoAmI } from "@stowage/contract/api-keys";
import type { Environment } from "@stowage/contract/environments";
import type { ApproveHandOver, HandOver } from "@stowage/contract/hand-overs";
import type { Scope } from "@stowage/contract/scopes";
import { allowedExpiry, type ExpiryChoice, expiryOf } from "../api-keys/expiry-choice.ts";
import type { PresetChoice } from "../api-keys/preset-choice.ts";
import { startOf } from "./asked-scopes.ts";

/** What a program shall have, as the form holds it. */
export interface ApprovalValues {
  name: string;
  environment: Environment;
  preset: PresetChoice;
  scopes: Scope[];
  expiry: ExpiryChoice;
  expiryDate: string;
}

/** What was asked for, as far as it can be granted, for 90 days. */
export function approvalValues(handOver: HandOver, me: WhoAmI): ApprovalValues {
  const { preset, scopes } = startOf(handOver.scopes, me.scopes);
  return {
    name: handOver.client_name,
    environment: handOver.environment ?? me.environment,
    preset,
    scopes,
    expiry: "90d",
    expiryDate: "",
  };
}

export function endOf({ expiry, expiryDate }: ApprovalValues, now: Date, daysMax: number | null) {
  return expiryOf(allowedExpiry(expiry, daysMax), expiryDate, now, daysMax);
}

/** What is sent. A name of nothing but space is the program's own. */
export function approvalOf(
  values: ApprovalValues,
  user_code: string,
  { now, daysMax }: { now: Date; daysMax: number | null },
): Pick<ApproveHandOver, "user_code" | "scopes" | "environment" | "expires_at" | "name"> {
  const { name, scopes, environment } = values;
  return {
    user_code,
    scopes,
    environment,
    expires_at: endOf(values, now, daysMax) ?? null,
    ...(name.trim() !== "" && { name }),
  };
}
