import { IMPORT_BYTES_MAX } from "@stowage/contract/limits";
import { invalidField, ProblemError } from "../../problems.ts";

/** @throws validation_failed, body_too_large  it is no text, or too much of it */
export function checkContent(content: string): void {
  if (content.includes("\u0000"))
    throw invalidField("/content", "not_text", "The file is not text. Save it as CSV with UTF-8.");
  if (Buffer.byteLength(content) > IMPORT_BYTES_MAX)
    throw new ProblemError("body_too_large", `A file has at most ${IMPORT_BYTES_MAX / 1_048_576} MiB.`);
}
