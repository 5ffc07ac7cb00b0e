import type { Scan, ScanAnswer } from "@stowage/contract/scan";
import { callRest } from "../../lib/rest.ts";
import type { ScanEntry } from "./scan-entry.ts";

/** Sends one scan as a handheld does. Under one key it counts once, however often it has to be sent. */
export async function sendScan(entry: ScanEntry, action: Scan["action"] = entry.action): Promise<ScanAnswer> {
  const { code, quantity, to, name, idempotencyKey } = entry;
  const takesQuantity = action === "add" || action === "remove" || action === "count" || action === "create";
  const answer = await callRest("POST", "scan", {
    body: {
      code,
      action,
      ...(takesQuantity && quantity !== null && { quantity }),
      ...((action === "move" || action === "create") && to && { to_code: to.code }),
      ...(action === "create" && name !== null && { name }),
    },
    ...(action !== "lookup" && { idempotencyKey }),
  });
  return answer.json();
}
