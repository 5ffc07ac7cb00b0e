import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { DatabaseZap, TriangleAlert, WifiOff } from "lucide-react";
import { useEffect, useEffectEvent } from "react";
import { Button } from "../../components/ui/button.tsx";
import { EmptyState } from "../../components/ui/empty-state.tsx";
import { connectionOf } from "../../lib/connection.ts";
import { problemOf, problemSentence } from "../../lib/problem.ts";

const RETRY_EVERY_MS = 2_000;

/** A screen that could not be shown. When the connection is the reason it tries again by itself. */
export function ErrorScreen({ error }: ErrorComponentProps) {
  const router = useRouter();
  const connection = connectionOf(error);
  const retry = useEffectEvent(() => void router.invalidate());
  useEffect(() => {
    if (!connection) return;
    const timer = setInterval(() => retry(), RETRY_EVERY_MS);
    return () => clearInterval(timer);
  }, [connection]);

  if (connection === "starting") {
    return (
      <EmptyState
        icon={DatabaseZap}
        title="The database is starting"
        text="This page opens by itself as soon as it answers."
      />
    );
  }
  if (connection === "unreachable") {
    return (
      <EmptyState
        icon={WifiOff}
        title="The server cannot be reached"
        text="Check that it runs and that this device is on its network. This page tries again by itself."
      />
    );
  }
  const requestId = problemOf(error)?.request_id;
  return (
    <EmptyState
      icon={TriangleAlert}
      title="This page did not open"
      text={
        <>
          {problemSentence(error)}
          {requestId ? <span className="mt-2 block font-mono text-xs">{requestId}</span> : null}
        </>
      }
      action={<Button onClick={() => window.location.reload()}>Reload</Button>}
    />
  );
}
