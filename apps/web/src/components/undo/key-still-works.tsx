import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import { trpc } from "../../lib/trpc.ts";

/** A script that still runs would go on behind the undo. */
export function KeyStillWorks({ keyId }: { keyId: string }) {
  const { data: key } = useQuery(trpc.apiKeys.get.queryOptions({ id: keyId }));
  if (key?.status !== "active" && key?.status !== "rotating") return null;
  return (
    <p className="flex items-start gap-2 rounded-md bg-warn-soft px-3 py-2 text-ui text-warn-ink">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        The key still works, so its script may go on meanwhile.{" "}
        <Link
          to="/settings/api-keys/$keyId"
          params={{ keyId }}
          className="rounded-sm font-medium underline underline-offset-2"
        >
          Disable the key
        </Link>{" "}
        first.
      </span>
    </p>
  );
}
