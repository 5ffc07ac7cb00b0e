import { showProblem } from "../../lib/toasts.ts";
import { useOpenOrganization } from "../organization/use-open-organization.ts";

/** Opens another organization from wherever the reader is; if that fails, a toast says so and they stay. */
export function useSwitchOrganization(): (organizationId: string) => void {
  const open = useOpenOrganization();
  return (organizationId) =>
    void open(organizationId).catch((error: unknown) => showProblem("You are still where you were.", error));
}
