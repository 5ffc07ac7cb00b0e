import type { SessionState } from "@stowage/contract/accounts";
import type { Environment } from "@stowage/contract/environments";
import { useSyncExternalStore } from "react";

/** Where the reader is. Each tab has its own, and keeps it over a reload. */
export interface Where {
  /** Whose place this is: another person who signs in here starts over. */
  userId: string | null;
  organizationId: string | null;
  environment: Environment;
}

const STORAGE_KEY = "stowage.where";
const NOWHERE: Where = { userId: null, organizationId: null, environment: "live" };

let current = stored();
const listeners = new Set<() => void>();
const leaving = new Set<() => void>();

export function currentWhere(): Where {
  return current;
}

/** What tells the server where a request is meant. */
export function whereHeaders(): Record<string, string> {
  const { organizationId, environment } = current;
  return {
    ...(organizationId && { "x-organization-id": organizationId }),
    ...(environment === "test" && { "x-environment": environment }),
  };
}

export function setWhere(next: Where): void {
  current = next;
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(next));
  } catch {
    // Blocked storage only costs the memory of it.
  }
  for (const listener of listeners) listener();
}

/** Forgets the place, as when the reader signs out. */
export function forgetWhere(): void {
  setWhere(NOWHERE);
}

/**
 * Fits the place to who is signed in: this tab's organization for as long as it is one of theirs, else the one that the
 * session works in. Signed out, it stays as it is, for whoever signs in again.
 * @returns whether the reader lost the organization that they were in
 */
export function settleWhere({ user, organization, organizations }: SessionState): boolean {
  if (!user) return false;
  const { organizationId } = current;
  const isSamePerson = current.userId === user.id;
  const isTheirs =
    (organization?.id ?? null) === organizationId || organizations.some((each) => each.id === organizationId);
  if (isSamePerson && isTheirs) return false;
  setWhere({
    userId: user.id,
    organizationId: organization?.id ?? null,
    environment: isSamePerson ? current.environment : "live",
  });
  return isSamePerson && organizationId !== null;
}

/** The session as this tab sees it: in its own organization and environment, whatever other tabs show. */
export function sessionHere(session: SessionState): SessionState {
  if (!session.user) return session;
  const here = session.organizations.find((each) => each.id === current.organizationId);
  return { ...session, organization: here ?? session.organization, environment: current.environment };
}

/** Runs before the reader goes elsewhere, for what must still be sent from here. */
export function beforeLeaving(run: () => void): () => void {
  leaving.add(run);
  return () => leaving.delete(run);
}

/** Lets all that waits be sent from here, and gives it the moment that this takes. */
export async function sendBeforeLeaving(): Promise<void> {
  for (const run of leaving) run();
  await new Promise((resolve) => setTimeout(resolve));
}

export function useWhere(): Where {
  return useSyncExternalStore(subscribe, currentWhere);
}

/** The environment whose data are on the screen. */
export function useEnvironment(): Environment {
  return useWhere().environment;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(): Where {
  try {
    return read(JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? "null")) ?? NOWHERE;
  } catch {
    return NOWHERE;
  }
}

function read(value: unknown): Where | null {
  if (typeof value !== "object" || value === null) return null;
  const { userId, organizationId, environment } = value as Record<string, unknown>; // each is checked here
  if (typeof userId !== "string" || typeof organizationId !== "string") return null;
  return { userId, organizationId, environment: environment === "test" ? "test" : "live" };
}
