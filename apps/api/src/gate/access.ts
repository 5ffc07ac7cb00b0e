import type { Scope } from "@stowage/contract/scopes";

/** Who may call a procedure. The builders make one object a procedure, so that it also tells procedures apart. */
export type Access =
  | {
      readonly kind: "scope";
      readonly scope: Scope;
      /** How a key without the scope is refused. */
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
