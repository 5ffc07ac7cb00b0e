import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type Connection, useConnection } from "../../lib/connection.ts";
import { queryClient, trpc } from "../../lib/trpc.ts";

const RETRY_EVERY_MS = 2_000;

const WORDS: Record<Exclude<Connection, "ok">, string> = {
  starting: "The database is starting; retrying.",
  unreachable: "The server cannot be reached; retrying.",
};

/** Says why nothing new arrives, and asks on until it does: then everything on the screen is fetched again. */
export function ConnectionBanner() {
  const connection = useConnection();
  const isDown = connection !== "ok";
  useQuery(
    trpc.auth.session.queryOptions(undefined, {
      refetchInterval: isDown ? RETRY_EVERY_MS : false,
      retry: false,
    }),
  );
  const wasDown = useRef(false);
  useEffect(() => {
    if (wasDown.current && !isDown) void queryClient.invalidateQueries();
    wasDown.current = isDown;
  }, [isDown]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 top-[calc(var(--frame-top)+0.75rem)] z-50 flex justify-center max-md:top-auto max-md:bottom-[calc(var(--tab-bar-height)+1rem+env(safe-area-inset-bottom))]"
    >
      {connection === "ok" ? null : (
        <p className="flex min-h-9 items-center gap-2.5 rounded-full bg-warn-soft px-4 py-1.5 text-ui text-warn-ink shadow-popup">
          <span aria-hidden className="size-1.5 animate-shimmer rounded-full bg-current" />
          {WORDS[connection]}
        </p>
      )}
    </div>
  );
}
