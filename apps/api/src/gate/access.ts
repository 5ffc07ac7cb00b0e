import type { Scope } from "@stowage/contract/scopes";

/** Who may call a procedure. The builders make one object a procedure, so that it also tells procedures apart. */
export type Access =
  | {
      readonly kind: "scope";
      /** A key needs all of them. */
      readonly scopes: readonly [Scope, ...Scope[]];
      /** How a key without one of them is refused. */
      readonly lacking: "insufficient_scope" | "session_required";
      /** It gives a signed-in person no more than what is theirs, so it asks for no role. */
      readonly isOwnAffair: boolean;
    }
  | {
      readonly kind: "any_credential";
      /** Asking costs nothing of the caller's rate limit. */
      readonly isFree: boolean;
    }
  | { readonly kind: "session" }
  | { readonly kind: "open" };
