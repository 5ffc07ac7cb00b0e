import type { Trigger } from "@stowage/contract/triggers";

/** A signing secret while it is on the screen. Kept in component state alone, never in a cache. */
export interface MadeSecret {
  actionId: string;
  url: string;
  secret: string;
}

/** The secrets that an answer brought, which no later one does. */
export function madeSecrets({ actions }: Pick<Trigger, "actions">): MadeSecret[] {
  return actions.flatMap((action) =>
    action.type === "webhook" && action.secret !== undefined
      ? [{ actionId: action.id, url: action.url, secret: action.secret }]
      : [],
  );
}
