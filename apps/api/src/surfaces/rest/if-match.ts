import { ProblemError } from "../../problems.ts";

/**
 * The version that `If-Match: "v3"` asks for, or the weak tag of a widened answer (`W/"v3-…"`); undefined when the header is absent or `*`.
 * @throws invalid_header  several or foreign entity tags
 */
export function versionOfIfMatch(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === "*") return undefined;
  const version = /^\s*(?:W\/)?"v([1-9]\d{0,8})(?:-[\w-]*)?"\s*$/.exec(header)?.[1];
  if (version) return Number(version);
  throw new ProblemError("invalid_header", 'Send If-Match as the ETag of the object, such as "v3".', {
    errors: [
      { location: "header", pointer: "/if-match", code: "invalid_header", message: "Not an ETag of ours." },
    ],
  });
}
