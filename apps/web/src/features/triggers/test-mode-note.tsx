import { FlaskConical } from "lucide-react";
import { useEnvironment } from "../../lib/where.ts";
import { ChooseHosts } from "./choose-hosts.tsx";

/** In test mode: where triggers may post to from here. */
export function TestModeNote() {
  if (useEnvironment() !== "test") return null;
  return (
    <p className="mb-4 flex items-start gap-2 rounded-md bg-warn-soft px-3 py-2 text-ui text-warn-ink">
      <FlaskConical aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        Triggers of the test data post only to hosts that are allowed for it, so that nothing real is told of
        what is not. <ChooseHosts />
      </span>
    </p>
  );
}
