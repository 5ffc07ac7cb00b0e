import { parseCode } from "@stowage/contract/codes";
import type { ResolvedCode } from "@stowage/contract/label-codes";
import { notFound, ProblemError } from "../../problems.ts";
import type { StandingLabel } from "./store.ts";

/**
 * The code that was meant. Its check symbol is looked at first, so that a typing error costs no question to the database
 * and names no other thing by accident.
 * @throws validation_failed  it cannot be a label's code
 */
export function meantCode(
  text: string,
  { location, pointer }: { location: "path" | "body"; pointer: string } = {
    location: "path",
    pointer: "/code",
  },
): string {
  const code = parseCode(text);
  if (code !== null) return code;
  const message = `${text} is no label's code: it has seven symbols, and the last must fit the others. Look for a typing error.`;
  throw new ProblemError("validation_failed", `${pointer.slice(1)}: ${message}`, {
    errors: [{ location, pointer, code: "mistyped_code", message }],
  });
}

/**
 * A label as the caller may see it.
 * @throws not_found  there is none, it stands out of reach, or on something in the trash
 */
export function visibleLabel(code: string, label: StandingLabel | undefined): ResolvedCode {
  if (!label || label.is_hidden) throw notFound("label", code);
  const { target } = label;
  if (target?.deleted_at)
    throw new ProblemError(
      "not_found",
      `The label ${code} stands on the ${target.type} ${target.name}, which is in the trash. Restore that first.`,
    );
  return { ...label.row, target: target && { type: target.type, id: target.id, name: target.name } };
}
