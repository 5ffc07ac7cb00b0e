import type { ProblemCode } from "@stowage/contract/problems";
import { problemsOf } from "../surfaces/docs/problem-codes.ts";
import { findRoute } from "../trpc/find-route.ts";
import type { ProcedureEntry } from "../trpc/procedure-list.ts";

/**
 * Whatever a test is about: a refusal that the document does not tell of is a mistake in the document.
 * @throws Error that says where to tell of it
 */
export function checkDocumented(
  procedures: readonly ProcedureEntry[],
  { method, url, code }: { method: string; url: string; code: ProblemCode },
): void {
  if (code === "unknown_route") return; // of a URL that is none
  const entry = entryAt(procedures, method, url);
  if (!entry || problemsOf(entry).some((one) => one.code === code)) return;
  throw new Error(
    `${entry.path} answers ${code}, and the document does not say so: write \`@throws ${code}\` above the verb, ` +
      "or see surfaces/docs/problem-codes.ts for what gate and surface answer",
  );
}

/** What a REST call reaches; null for other surfaces, and for what is no route. */
function entryAt(procedures: readonly ProcedureEntry[], method: string, url: string): ProcedureEntry | null {
  try {
    return findRoute(procedures, method === "HEAD" ? "GET" : method, url).entry;
  } catch {
    return null;
  }
}
