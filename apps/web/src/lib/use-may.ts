import type { Scope } from "@stowage/contract/scopes";
import { useQuery } from "@tanstack/react-query";
import { meOptions } from "./trpc.ts";

/**
 * Whether the reader's role includes a scope, so that nothing is offered that the server would refuse. Yes until the
 * answer is there: nearly everybody may, and the server decides anyway.
 */
export function useMay(scope: Scope): boolean {
  const { data: me } = useQuery(meOptions);
  // Not `grants` of the contract: its file would bring the whole schema library into the first screen.
  return me === undefined || me.scopes.includes(scope) || me.scopes.includes("admin:*");
}
