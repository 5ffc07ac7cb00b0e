import type { Database } from "@stowage/db/open-database";
import type { Deps } from "../deps.ts";
import type { Call } from "../gate/call.ts";
import type { Caller, SessionCaller, WorkspaceId } from "../gate/caller.ts";

/** What a surface hands to a procedure. */
export interface Context {
  deps: Deps;
  call: Call;
}

/** What an open procedure works with: nobody is known to be calling. */
export interface OpenContext extends Context {
  db: Database["db"];
}

/** What a verb works with once the gate has let the caller in. */
export interface ScopedContext<As extends Caller = Caller> extends OpenContext {
  caller: As;
  /** The tenant filter of every query. */
  workspace_id: WorkspaceId;
}

export type SessionContext = ScopedContext<SessionCaller>;
