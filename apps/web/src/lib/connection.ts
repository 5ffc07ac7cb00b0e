import { useSyncExternalStore } from "react";
import { isUnreachable, problemOf } from "./problem.ts";

/** `starting`: the server answers, its database does not yet. `unreachable`: no answer from the server at all. */
export type Connection = "ok" | "starting" | "unreachable";

let current: Connection = "ok";
const listeners = new Set<() => void>();

/** What an error says about the connection, or null when it says nothing. */
export function connectionOf(error: unknown): Exclude<Connection, "ok"> | null {
  if (isUnreachable(error)) return "unreachable";
  return problemOf(error)?.code === "unavailable" ? "starting" : null;
}

export function reportConnection(next: Connection): void {
  if (next === current) return;
  current = next;
  for (const listener of listeners) listener();
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => current);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
