import type { Environment } from "@stowage/contract/environments";
import { useRouter } from "@tanstack/react-router";
import { enterEnvironment } from "../../lib/change-where.ts";
import { listAbove } from "./list-above.ts";

/** Goes to the other environment, on the same screen where that has one. */
export function useChooseEnvironment(): (environment: Environment) => void {
  const router = useRouter();
  return async (environment) => {
    const list = listAbove(router.state.location.pathname);
    if (list) await router.navigate({ to: list, search: {} });
    await enterEnvironment(environment);
  };
}
