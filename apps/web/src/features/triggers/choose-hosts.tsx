import { Link } from "@tanstack/react-router";
import { useMay } from "../../lib/use-may.ts";

/** The way to the hosts that triggers of the test data may post to, for whom it is open. */
export function ChooseHosts() {
  if (!useMay("organizations:write")) return "An admin of the organization can choose the hosts.";
  return (
    <Link to="/settings/organization" className="rounded-sm font-medium underline">
      Choose the hosts
    </Link>
  );
}
